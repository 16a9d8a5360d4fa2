import Basics

/// What a session switches on in a terminal beyond ncurses, and off again, as the bytes that do so.
///
/// All of it is private modes (DECSET), which a terminal that does not have them ignores.
enum TerminalModes {
    private static let escape = "\u{1B}"

    /// Pastes come in brackets.
    static let on = "\(escape)[?2004h"
    static let off = "\(escape)[?2004l"

    /// Buttons, the wheel and movement with a button down are reported, in the SGR form.
    static func mouse(isOn: Bool) -> String {
        isOn
            ? "\(escape)[?1000h\(escape)[?1002h\(escape)[?1006h" : "\(escape)[?1006l\(escape)[?1002l\(escape)[?1000l"
    }

    /// Holds back what follows until it is complete (synchronized output).
    static let beginUpdate = "\(escape)[?2026h"
    static let endUpdate = "\(escape)[?2026l"

    /// Keeps the window's title (XTWINOPS 22).
    static let saveTitle = "\(escape)[22;2t"
    /// Leaves no title of ours on a terminal that keeps none, and brings back the kept one.
    static let restoreTitle = "\(escape)]2;\u{07}\(escape)[23;2t"

    /// Asks which colour the ground has (OSC 11); a terminal that does not know does not answer.
    static let askForGround = "\(escape)]11;?\(escape)\\"

    /// The mode in which a grapheme cluster takes the cells of one character.
    static let clusterMode = 2027

    /// Asks whether the terminal has that mode, and whether it is on (DECRQM).
    static let askForClusters = "\(escape)[?\(clusterMode)$p"

    static func clusters(isOn: Bool) -> String { "\(escape)[?\(clusterMode)\(isOn ? "h" : "l")" }

    /// Sets the window's title (OSC 2); control characters in it are left out.
    static func title(_ text: String) -> String {
        let safe = text.unicodeScalars.filter { $0.properties.generalCategory != .control }
        return "\(escape)]2;\(String(String.UnicodeScalarView(safe)))\u{07}"
    }

    /// Puts text on the clipboard (OSC 52); terminals that may not, or cannot, ignore it.
    ///
    /// - Parameter isInTmux: Whether tmux stands between, which takes it itself, or passes on what is wrapped for it: which
    ///   of both is a matter of its configuration.
    static func clipboard(_ text: String, isInTmux: Bool = false) -> String {
        let sequence = "\(escape)]52;c;\(Base64.encode(Array(text.utf8)))\u{07}"
        return isInTmux ? sequence + "\(escape)Ptmux;\(escape)\(sequence)\(escape)\\" : sequence
    }

    /// A capability's string without the pauses that old terminals needed, as `$<5>`.
    static func withoutPadding(_ capability: String) -> String {
        var result = ""
        var rest = capability[...]
        while let start = rest.firstRange(of: "$<") {
            result += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstIndex(of: ">") else {
                return result + rest[start.lowerBound...]
            }
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
