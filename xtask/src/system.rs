//! What must be installed on the system, and how it gets there.

use std::process::Command;

use crate::fault::{Fault, Outcome};
use crate::platform::Platform;
use crate::steps;

/// A Debian package and what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Package {
    name: &'static str,
    purpose: &'static str,
}

const fn package(name: &'static str, purpose: &'static str) -> Package {
    Package { name, purpose }
}

/// To build and run the window.
const WINDOW: &[Package] = &[
    package("build-essential", "the C compiler and linker"),
    package("pkg-config", "finds the system's libraries"),
    package("libwebkit2gtk-4.1-dev", "shows the window"),
    package("libayatana-appindicator3-1", "the icon in the tray"),
];

/// To test the window, on top.
const DESKTOP_TESTS: &[Package] = &[
    package("xvfb", "a display without a screen"),
    package("webkit2gtk-driver", "drives the window"),
    package("dbus", "the bus that notifications travel on"),
    package("dunst", "shows notifications"),
    package("xdotool", "types into native dialogs"),
    package("fonts-dejavu-core", "letters"),
    package("chromium", "shows the same window in a browser"),
    package("chromium-driver", "drives the browser"),
];

/// To take pictures, on top.
const PICTURES: &[Package] = &[
    package("fonts-noto-core", "letters of most scripts"),
    package("fonts-noto-cjk", "Chinese, Japanese, Korean"),
];

/// What a task needs of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// To build and open the window.
    Window,
    /// To test it.
    DesktopTests,
    /// To take pictures of it.
    Pictures,
}

impl Need {
    fn packages(self) -> Vec<Package> {
        let lists: &[&[Package]] = match self {
            Self::Window => &[WINDOW],
            Self::DesktopTests => &[WINDOW, DESKTOP_TESTS],
            Self::Pictures => &[WINDOW, DESKTOP_TESTS, PICTURES],
        };
        lists.concat()
    }
}

/// Sees to it that the system has what is needed: installs it where it knows how, else says what is missing.
pub fn provide(need: Need) -> Outcome {
    match Platform::here() {
        Platform::Debian => debian(&missing(&need.packages())),
        Platform::OtherLinux => other_linux(),
        Platform::MacOs => mac_os(),
        Platform::Windows => Ok(()),
    }
}

/// Those of the packages that are not installed.
fn missing(packages: &[Package]) -> Vec<Package> {
    let installed = |package: &&Package| {
        let status =
            steps::answer("dpkg-query", &["--show", "--showformat=${db:Status-Status}", package.name]);
        status.is_some_and(|status| status.contains("installed") && !status.contains("not-installed"))
    };
    packages.iter().filter(|package| !installed(package)).copied().collect()
}

fn debian(missing: &[Package]) -> Outcome {
    if missing.is_empty() {
        return Ok(());
    }
    println!("These packages of the system are missing and are installed now:");
    for package in missing {
        println!("  {:28} {}", package.name, package.purpose);
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    let by_hand = format!("Install them by hand: apt-get install {}", names.join(" "));
    let root = steps::answer("id", &["-u"]).as_deref() == Some("0");
    if !root && steps::answer("sudo", &["--version"]).is_none() {
        return Err(Fault::new("They can be installed only by root, and there is no sudo.").hint(by_hand));
    }
    // The machine's package index may be absent or older than the archive.
    apt(root, &["update", "-q"]).map_err(|fault| fault.hint(by_hand.clone()))?;
    apt(root, &[&["install", "-q", "-y", "--no-install-recommends"], names.as_slice()].concat())
        .map_err(|fault| fault.hint(by_hand))
}

fn apt(root: bool, arguments: &[&str]) -> Outcome {
    let mut command = if root {
        Command::new("apt-get")
    } else {
        let mut command = Command::new("sudo");
        command.args(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    };
    steps::run(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn other_linux() -> Outcome {
    if steps::answer("pkg-config", &["--exists", "webkit2gtk-4.1"]).is_some() {
        return Ok(());
    }
    Err(Fault::new("WebKitGTK 4.1 with its development files is missing (or pkg-config, which finds it).").hint(
        "Fedora: dnf install webkit2gtk4.1-devel gcc pkgconf\nArch: pacman -S webkit2gtk-4.1 base-devel pkgconf\n\
         openSUSE: zypper install webkit2gtk3-devel gcc pkgconf",
    ))
}

fn mac_os() -> Outcome {
    match steps::answer("xcode-select", &["-p"]) {
        Some(_) => Ok(()),
        None => {
            Err(Fault::new("Apple's command line tools are missing.").hint("Run: xcode-select --install"))
        }
    }
}

/// Sees to it that Node.js is there and new enough.
pub fn node() -> Outcome {
    const HINT: &str = "Install Node.js 20 or newer with npm: https://nodejs.org/en/download";
    let Some(version) = steps::answer("node", &["--version"]) else {
        return Err(Fault::new("Node.js is missing; it builds the window.").hint(HINT));
    };
    match major(&version) {
        Some(20..) if steps::answer("npm", &["--version"]).is_some() => Ok(()),
        Some(20..) => Err(Fault::new("npm is missing; it comes with Node.js.").hint(HINT)),
        _ => Err(Fault::new(format!("Node.js {version} is too old to build the window.")).hint(HINT)),
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.1.0"), Some(8));
        assert_eq!(major("nonsense"), None);
    }

    #[test]
    fn a_package_that_nobody_has_is_missing() {
        if Platform::here() != Platform::Debian {
            return;
        }
        let (absent, present) = (package("no-such-package-anywhere", ""), package("dpkg", ""));
        assert_eq!(missing(&[absent, present]), [absent]);
    }
}
