use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chancery_app::api::types::Fault;
use serde_json::Value;

use super::Served;
use super::host::Browser;

/// Runs a call of the door: the body is its input as JSON (none: `null`); a fault is answered with status 400.
pub async fn call(State(served): State<Served>, Path(name): Path<String>, body: Bytes) -> Response {
    let payload = match body.as_ref() {
        b"" => Value::Null,
        json => match serde_json::from_slice(json) {
            Ok(payload) => payload,
            Err(error) => return fault(not_json(&error)),
        },
    };
    let host = Browser::of(&served.app);
    match served.app.call(&name, payload, &host).await {
        Ok(answer) => Json(answer).into_response(),
        Err(problem) => fault(problem),
    }
}

fn fault(fault: Fault) -> Response {
    (StatusCode::BAD_REQUEST, Json(fault)).into_response()
}

fn not_json(error: &serde_json::Error) -> Fault {
    Fault {
        code: "failed".to_owned(),
        message: format!("The body of the call is not JSON: {error}."),
        hint: None,
        trouble: None,
        at: None,
    }
}
