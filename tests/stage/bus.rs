//! A D-Bus session of its own.

use std::fs;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::process::Process;

/// The bus knows no services that it could start by itself: only what a test starts is there.
const CONFIGURATION: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A session bus.
#[derive(Debug)]
pub struct Bus {
    _daemon: Process,
    _folder: TempDir,
    address: String,
}

impl Bus {
    /// Starts the bus.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let configuration = folder.path().join("session.conf");
        fs::write(&configuration, CONFIGURATION).expect("the folder is writable");
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--nofork", "--print-address=1", "--config-file"]).arg(configuration);
        let (daemon, address) = Process::start_and_read_line(daemon.stderr(Stdio::null()));
        Self { _daemon: daemon, _folder: folder, address }
    }

    /// Its address, as in `DBUS_SESSION_BUS_ADDRESS`.
    pub fn address(&self) -> &str {
        &self.address
    }
}
