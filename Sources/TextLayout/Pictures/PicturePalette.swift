/// The colours and fonts that stand for a terminal's own in pictures of frames.
enum PicturePalette {
    static let ground = "#1c1e20"
    static let ink = "#d8dbd6"
    static let fonts = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"

    private static let named = [
        "#2e3436", "#e0483e", "#5fae27", "#c4a000", "#4f86c6", "#a07ca8", "#1fa8aa", "#d3d7cf", "#888a85", "#f06a5f",
        "#8ae234", "#fce94f", "#7fb2e5", "#cda0d2", "#4fe2e2", "#f2f3f0",
    ]

    /// The colours of what has none of its own.
    static func usual(in theme: Theme) -> (ink: String, ground: String) {
        (text(of: theme[.text].foreground) ?? ink, text(of: theme[.text].background) ?? ground)
    }

    /// A colour as SVG and CSS have it; nil for the terminal's own.
    static func text(of color: Color) -> String? {
        switch color {
        case .standard, .role: return nil
        case .palette(let number): return named[Int(number & 15)]
        case .rgb(let red, let green, let blue):
            let digits = [red, green, blue].map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
            return "#" + digits.joined()
        }
    }
}

extension CellStyle {
    /// The colours that are seen in a picture; nil for those that it has anyway, which are given.
    func picture(_ usualInk: String, _ usualGround: String) -> (ink: String?, ground: String?) {
        let ink = PicturePalette.text(of: foreground)
        let ground = PicturePalette.text(of: background)
        guard attributes.contains(.reverse) else { return (ink, ground) }
        return (ground ?? usualGround, ink ?? usualInk)
    }
}
