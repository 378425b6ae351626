//! Light or dark as the desktop is set, on systems where the window library does not know it: Linux and the like.
//!
//! They tell it over D-Bus, by the Settings portal that GNOME, KDE and others have in common. Windows and macOS tell the window itself.

use egui::{Context, Theme};

/// What the portal says of colours: 1 dark, 2 light, anything else no wish (then light, as on most desktops).
#[cfg(all(unix, not(target_os = "macos")))]
const DARK: u32 = 1;

/// From now on the window follows the desktop, if it is to stay open also when that changes.
#[cfg_attr(any(not(unix), target_os = "macos"), expect(unused_variables, reason = "the window knows it by itself"))]
pub(super) fn follow(ctx: &Context, stays: bool) {
    // Where no desktop says anything.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    #[cfg(all(unix, not(target_os = "macos")))]
    if stays {
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            // Without a portal the window stays as it is.
            portal::watch(|scheme| {
                let theme = if scheme == DARK { Theme::Dark } else { Theme::Light };
                ctx.options_mut(|options| options.fallback_theme = theme);
                ctx.request_repaint();
            })
            .ok();
        });
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod portal {
    use zbus::blocking::{Connection, Proxy};
    use zbus::zvariant::{OwnedValue, Value};

    const NAMESPACE: &str = "org.freedesktop.appearance";
    const KEY: &str = "color-scheme";

    /// Tells the colour scheme now and whenever it changes, as long as there is a bus.
    pub(super) fn watch(tell: impl Fn(u32)) -> zbus::Result<()> {
        watch_on(&Connection::session()?, tell)
    }

    pub(super) fn watch_on(bus: &Connection, tell: impl Fn(u32)) -> zbus::Result<()> {
        let settings =
            Proxy::new(bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")?;
        // First the subscription, so that no change falls between.
        let changes = settings.receive_signal("SettingChanged")?;
        let now: OwnedValue = settings.call("Read", &(NAMESPACE, KEY))?;
        if let Some(scheme) = number(&now) {
            tell(scheme);
        }
        for change in changes {
            let Ok((namespace, key, value)) = change.body().deserialize::<(String, String, OwnedValue)>() else { continue };
            if namespace == NAMESPACE
                && key == KEY
                && let Some(scheme) = number(&value)
            {
                tell(scheme);
            }
        }
        Ok(())
    }

    /// The number in a value, which `Read` wraps twice.
    fn number(value: &Value<'_>) -> Option<u32> {
        match value {
            Value::U32(number) => Some(*number),
            Value::Value(inner) => number(inner),
            _ => None,
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::portal::watch_on;
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};
    use std::sync::mpsc::channel;
    use std::time::Duration;
    use zbus::blocking::connection::Builder;
    use zbus::zvariant::{OwnedValue, Value};

    /// A desktop that is set to dark.
    struct Desktop;

    #[zbus::interface(name = "org.freedesktop.portal.Settings")]
    impl Desktop {
        #[expect(clippy::unused_self, reason = "an interface has objects")]
        fn read(&self, namespace: &str, key: &str) -> OwnedValue {
            assert_eq!((namespace, key), ("org.freedesktop.appearance", "color-scheme"));
            Value::Value(Box::new(Value::U32(1))).try_into().expect("a value of numbers holds no file")
        }
    }

    #[test]
    fn the_desktop_tells_its_colours_now_and_when_they_change() {
        let daemon = Command::new("dbus-daemon").args(["--session", "--nofork", "--print-address=1"]).stdout(Stdio::piped()).spawn();
        let mut daemon = match daemon {
            Ok(daemon) => daemon,
            Err(error) => {
                assert!(std::env::var_os("CI").is_none(), "dbus-daemon does not start: {error}");
                eprintln!("skipped: dbus-daemon does not start ({error})");
                return;
            }
        };
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let bus = || Builder::address(address.trim()).unwrap();
        let place = "/org/freedesktop/portal/desktop";
        let desktop = bus().name("org.freedesktop.portal.Desktop").unwrap().serve_at(place, Desktop).unwrap().build().unwrap();
        let window = bus().build().unwrap();
        let (sender, told) = channel();
        std::thread::spawn(move || watch_on(&window, |scheme| sender.send(scheme).unwrap()));
        let next = || told.recv_timeout(Duration::from_secs(20)).unwrap();
        assert_eq!(next(), 1);
        for (key, scheme) in [("accent-color", 7_u32), ("color-scheme", 2), ("color-scheme", 0)] {
            let change = ("org.freedesktop.appearance", key, Value::U32(scheme));
            desktop.emit_signal(None::<&str>, place, "org.freedesktop.portal.Settings", "SettingChanged", &change).unwrap();
        }
        assert_eq!((next(), next()), (2, 0));
        daemon.kill().unwrap();
        daemon.wait().unwrap();
    }
}
