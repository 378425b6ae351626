//! How the system writes dates.

use crate::view::Dates;

/// The customs of the region that the system is set to. On Linux and the like the setting for times goes before the language.
pub(super) fn system_dates() -> Dates {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LC_TIME")).or_else(sys_locale::get_locale);
    locale.map_or_else(Dates::default, |locale| Dates::of_locale(&locale))
}
