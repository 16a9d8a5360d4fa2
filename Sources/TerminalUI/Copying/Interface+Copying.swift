import Simulator
import TextLayout

/// What stands between the program and the person's clipboard.
enum ClipboardRoute: Hashable, Sendable {
    case terminal
    /// Inside tmux, which passes nothing on unless it is told to.
    case tmux
}

extension Interface {
    /// More than this many bytes terminals do not take in one piece.
    private static let mostBytes = 100_000

    /// Copies text, and says what can be known of it: that it was sent.
    func copying(_ text: String) -> Reaction {
        guard !text.isEmpty else {
            problems.tell("there is nothing to copy there")
            return .none
        }
        let sent = Self.cut(text)
        let count = sent.count == 1 ? "1 character" : "\(sent.count) characters"
        let whole = sent.utf8.count < text.utf8.count ? ", the first of \(text.count)" : ""
        problems.tell("copied \(count)\(whole) (\(clipboardWords))")
        return .copy(sent)
    }

    private var clipboardWords: String {
        let mouse = keys.keys(for: .mouse, in: keyContext).first.map { "\($0.name) leaves the mouse to the terminal" }
        let fallback = mouse.map { ", else \($0)" } ?? ""
        return switch clipboard {
        case .terminal: "by the terminal's clipboard, OSC 52; where it has none\(fallback.dropFirst(5))"
        case .tmux: "by OSC 52, which tmux takes after: set -g set-clipboard on\(fallback)"
        }
    }

    private static func cut(_ text: String) -> String {
        guard text.utf8.count > mostBytes else { return text }
        var bytes = 0
        return String(
            text.prefix { character in
                bytes += character.utf8.count
                return bytes <= mostBytes
            })
    }

    /// Copies what has the focus.
    func copyFocused() -> Reaction {
        guard let copyable = simulator.copyable else {
            problems.tell("a password is not copied")
            return .none
        }
        return copying(copyable.text)
    }

    /// Shows the address of the focused link, and copies it.
    func copyAddress() -> Reaction {
        guard let address = simulator.focusedAddress else { return .none }
        let reaction = copying(address)
        problems.tell("\(ReadableText.quote(address)): copied, to be opened elsewhere (OSC 52)")
        return reaction
    }
}
