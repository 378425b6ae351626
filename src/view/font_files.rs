//! The shipped fonts: Noto Sans for Latin, Greek and Cyrillic, two small sets of signs. For the window and for pictures.

/// Family and bytes, in the order in which a letter is looked for; whatever they lack comes from the system's fonts.
pub static FONT_FILES: [(&str, &[u8]); 4] = [
    ("Noto Sans", include_bytes!("../../assets/fonts/NotoSans-Regular.ttf")),
    ("Noto Sans Bold", include_bytes!("../../assets/fonts/NotoSans-Bold.ttf")),
    ("Noto Sans Math", include_bytes!("../../assets/fonts/NotoSansMath-Regular.ttf")),
    ("Noto Sans Symbols 2", include_bytes!("../../assets/fonts/NotoSansSymbols2-Regular.ttf")),
];
