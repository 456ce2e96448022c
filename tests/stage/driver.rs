//! The programs that drive a window or a browser over WebDriver.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Command;
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value};

use super::process::Process;

/// How long a driver may take to come up.
const PATIENCE: Duration = Duration::from_secs(20);

/// A driver that listens on a port of loopback.
#[derive(Debug)]
pub struct Driver {
    _process: Process,
    port: u16,
}

impl Driver {
    /// Starts a driver that takes `--port=`, and waits until it listens.
    pub fn start(command: &mut Command) -> Self {
        let port = free_port();
        let process = Process::start(command.arg(format!("--port={port}")));
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(start.elapsed() < PATIENCE, "{:?} does not listen", command.get_program());
            std::thread::sleep(Duration::from_millis(20));
        }
        Self { _process: process, port }
    }

    /// Begins a session with these capabilities.
    pub async fn connect(&self, capabilities: Value) -> Client {
        let capabilities: Map<String, Value> =
            serde_json::from_value(capabilities).expect("capabilities are an object");
        let address = format!("http://127.0.0.1:{}", self.port);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities).connect(&address).await.expect("the driver opens what it drives")
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
    listener.local_addr().expect("it is bound").port()
}
