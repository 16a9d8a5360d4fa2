import Viewfinder

extension RootLayout {
    /// What stands around all views of the gallery.
    static let gallery = RootLayout(title: "Viewfinder", styleSheet: GalleryStyleSheet.text)
}

/// What the views of the gallery share in looks, beside what the terminal gives them anyway.
enum GalleryStyleSheet {
    static let text = """
        div > label[for] { display: inline-block; width: 10ch }
        .hint { color: hint; margin: 1lh 0 0 0 }
        .note { color: hint; margin: 0 }
        .tight { margin: 0 }
        .problem { color: error }
        .pending { color: hint }
        .right { text-align: right }
        th { white-space: nowrap }
        @media (max-width: 50ch) { .wide { display: none } }

        .index { display: grid; grid-template-columns: repeat(auto-fill, minmax(36ch, 1fr)); column-gap: 2ch; row-gap: 1lh }
        .index h3, .index table { margin: 0 }
        .index .name { width: 10ch }
        @media (min-width: 112ch) { .index > div { display: contents } }

        .split { display: flex; flex-wrap: wrap; column-gap: 3ch; row-gap: 1lh }
        .split nav { flex: none; width: 25ch }
        .split article { flex: 1; min-width: 32ch; max-width: 76ch }
        .split ul, .split h2 { margin-top: 0 }
        a[aria-current] { font-weight: bold; text-decoration: none; color: initial }

        .split a[aria-current]::after { content: " ◂" }

        .commands th { color: hint; width: 10ch; text-align: left }
        .lit { background: olive; color: black; font-weight: bold }
        .moving { text-intensity: dim; font-style: italic }
        [aria-pressed=true] { text-decoration: underline }
        .bulletin h2 { border: none; margin-bottom: 0 }
        .bulletin table { margin-top: 0 }

        .cup strong { display: inline-block; width: 9ch }
        .foldable { margin: 1lh 0 0 0 }

        #drawer .note { margin: 0 0 1lh 0 }
        .paper { display: flex; column-gap: 2ch }
        .paper b { flex: none; width: 20ch }
        .paper progress, .paper span { flex: 1 }

        #plant [id$=_errors], #plant .error { display: inline; margin: 0 }

        .boxes { margin-top: 1lh }

        .instruments { display: flex; flex-wrap: wrap; column-gap: 1ch }
        .instrument { flex: 1; min-width: 24ch; border: rounded; border-color: border; padding: 0 1ch }
        .instrument h3 { margin: 0 }
        .instrument.phx-error { border-color: error; color: hint }
        .lamp { margin-top: 1lh }

        fieldset { max-width: 60ch }
        .strip { border: rounded; border-color: border; padding: 0 1ch; max-width: 96ch }
        #strip:not(:empty) + .note { display: none }
        .telegram { display: flex; column-gap: 1ch; align-items: start }
        .telegram b { flex: none; width: 12ch }
        .telegram span { flex: 1 }
        .telegram i { color: success }
        .plain { list-style: none; padding: 0 }

        .board { display: flex; column-gap: 1ch }
        .board section { flex: 1 }
        .board h3, .board p { margin: 0 }
        .card { border: rounded; border-color: border; padding: 0 1ch }
        .card[aria-current] { border: double; border-color: accent; font-weight: bold }
        @media (max-width: 50ch) {
            .telegram { flex-wrap: wrap }
            .telegram span { order: 1; flex-basis: 100% }
        }
        @media (max-width: 50ch) {
            .card, .card[aria-current] { border: none; border-left: single; padding: 0 }
            .card[aria-current] { border-left: heavy }
        }
        """
}
