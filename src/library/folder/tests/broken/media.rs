//! Pictures and voices that are none.

use super::*;

pub(super) const BROKEN: &[Broken] = &[
    broken(
        "a picture outside the folder",
        |it| it.change("themes/01-home/theme.toml", "\"home.png\"", "\"../home.png\""),
        ("themes/01-home/theme.toml", Some(3)),
        "Zet de afbeelding in de map",
        "Put the picture in the folder",
    ),
    broken(
        "a picture that is not there",
        |it| fs::remove_file(it.path().join("themes/01-home/home.png")).unwrap(),
        ("themes/01-home/theme.toml", Some(3)),
        "Er is geen “home.png”",
        "There is no “home.png”",
    ),
    broken(
        "a picture that is none",
        |it| it.put("themes/01-home/home.png", b"%PDF-1.7"),
        ("themes/01-home/theme.toml", Some(3)),
        "Sla hem op als PNG",
        "Save it as PNG",
    ),
    broken(
        "a picture of more than 10 MB",
        |it| it.put("themes/01-home/home.png", &vec![0; 10 * 1024 * 1024 + 1]),
        ("themes/01-home/theme.toml", Some(3)),
        "groter dan 10 MB",
        "larger than 10 MB",
    ),
    broken(
        "a very large picture",
        |it| it.put("themes/01-home/home.png", &png(9_000, 2_000)),
        ("themes/01-home/theme.toml", Some(3)),
        "Maak de afbeelding kleiner",
        "Make the picture smaller",
    ),
    broken(
        "a very long picture",
        |it| it.put("themes/01-home/home.png", &png(10, 300)),
        ("themes/01-home/theme.toml", Some(3)),
        "Knip het deel uit",
        "Cut out the part",
    ),
    broken(
        "a voice of an unknown part",
        |it| it.put("themes/01-home/voice/nl/socks-song.ogg", &ogg(9)),
        ("themes/01-home/voice/nl/socks-song.ogg", None),
        "ACTIVITEIT-DEEL.ogg",
        "ACTIVITY-PART.ogg",
    ),
    broken(
        "a voice of an unknown activity",
        |it| it.put("themes/01-home/voice/nl/shoes-do.ogg", &ogg(9)),
        ("themes/01-home/voice/nl/shoes-do.ogg", None),
        "Verbeter de naam",
        "Correct the name",
    ),
    broken(
        "an MP3",
        |it| it.put("themes/01-home/voice/nl/socks-do.ogg", b"ID3 sound"),
        ("themes/01-home/voice/nl/socks-do.ogg", None),
        "zet het om met opusenc",
        "convert it with opusenc",
    ),
    broken(
        "a voice of six minutes",
        |it| it.put("themes/01-home/voice/nl/socks-do.ogg", &ogg(360)),
        ("themes/01-home/voice/nl/socks-do.ogg", None),
        "langer dan 5 minuten",
        "longer than 5 minutes",
    ),
    broken(
        "a voice of more than 10 MB",
        |it| it.put("themes/01-home/voice/nl/socks-do.ogg", &vec![0; 10 * 1024 * 1024 + 1]),
        ("themes/01-home/voice/nl/socks-do.ogg", None),
        "groter dan 10 MB",
        "larger than 10 MB",
    ),
    broken(
        "voices in a language without texts",
        |it| it.put("themes/01-home/voice/ar/socks-do.ogg", &ogg(9)),
        ("themes/01-home/voice/ar", None),
        "Er is geen ar.toml",
        "There is no ar.toml",
    ),
    broken(
        "a folder of voices named after a language",
        |it| it.put("themes/01-home/voice/turks/socks-do.ogg", &ogg(9)),
        ("themes/01-home/voice/turks", None),
        "Noem het tr",
        "Rename it to tr",
    ),
];
