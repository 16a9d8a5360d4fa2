import Basics
import Simulator
import TextLayout

/// A person's own map of keys: a file of lines such as `search.open = / ctrl+f`.
///
/// A line gives an action its keys, in place of those that it has; without keys it has none. `#` at the start of a line, or
/// with something behind it, begins a comment; as the last word it is a key (TheTerminal.md, "Keys of your own").
package struct KeyFile: Sendable {
    /// A line that does not count, and why.
    package struct Problem: Hashable, Sendable {
        package let path: String
        package let line: Int
        package let column: Int
        package let words: String

        package var message: String { "\(path):\(line):\(column): \(words)" }
    }

    /// Where an action of the file got its keys.
    private struct Entry {
        let action: KeyAction
        let keys: [(key: Key, column: Int)]
        let line: Int
        let column: Int
    }

    package let map: KeyMap
    package let problems: [Problem]

    /// What is never left without a key.
    private static let quit = "app.quit"

    package init(text: String, path: String) {
        var problems: [Problem] = []
        func tell(_ line: Int, _ column: Int, _ words: String) {
            problems.append(Problem(path: path, line: line, column: column, words: words))
        }
        var entries: [Entry] = []
        for (number, line) in text.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }
        ).enumerated() {
            guard let entry = Self.entry(of: line, number + 1, tell) else { continue }
            if let other = entries.first(where: { $0.action.name == entry.action.name }) {
                tell(entry.line, entry.column, "\(entry.action.name) has its keys in line \(other.line) already")
            } else {
                entries.append(entry)
            }
        }
        map = Self.map(of: entries, tell)
        self.problems = problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    /// Every action that can be given keys, in the order of help.
    package static let actions: [KeyAction] =
        PanelKeyMap.rows.map { row in
            KeyAction(name: row.name, keys: row.keys, does: row.does, place: place(of: row))
        } + KeyAction.ofPages

    private static func place(of row: PanelKeyMap.Row) -> KeyAction.Place {
        switch row.action {
        // They only count while the inspector is shown, and then before what the page would do.
        case .scrollInspector, .focusInspector: .control("inspector")
        case _: row.givesWay ? .page : .first
        }
    }

    /// The whole map as a file has it, with the actions that a person changed marked.
    package static func text(of map: KeyMap) -> String {
        let widths = actions.map { line(of: $0, map).count }
        let width = min(44, widths.max() ?? 0)
        var group: Substring?
        var text =
            "# action = keys; a # begins what is only said. Lines that differ from the tables end in (changed).\n"
        for action in actions {
            let own = action.name.prefix { $0 != "." }
            if own != group { text += "\n" }
            group = own
            let line = line(of: action, map)
            let padding = String(repeating: " ", count: max(1, width - line.count + 2))
            // A comment behind that key would be read as one that begins with it.
            guard !line.hasSuffix(" #") else {
                text += line + "\n"
                continue
            }
            text += line + padding + "# " + action.does + (map.changes(action.name) ? " (changed)" : "") + "\n"
        }
        return text
    }

    private static func line(of action: KeyAction, _ map: KeyMap) -> String {
        let names = map.keys(of: action.name, standard: action.keys).map(\.name)
        let keys = names.filter { $0 != "#" } + names.filter { $0 == "#" }
        return ([action.name, "="] + keys).joined(separator: " ")
    }

    // MARK: - Reading

    private typealias Tell = (_ line: Int, _ column: Int, _ words: String) -> Void

    private static func entry(of line: Substring, _ number: Int, _ tell: Tell) -> Entry? {
        let words = words(of: line)
        guard let first = words.first else { return nil }
        var rest = words.dropFirst()
        var name = first.text
        if rest.first?.text == "=" {
            rest = rest.dropFirst()
        } else if let equals = name.firstIndex(of: "="), equals > name.startIndex {
            // `quit=Q`, written without blanks.
            let key = String(name[name.index(after: equals)...])
            let column = first.column + name.distance(from: name.startIndex, to: equals) + 1
            name = String(name[..<equals])
            rest = (key.isEmpty ? [] : [(key, column)]) + rest
        } else {
            tell(number, first.column, "\(ReadableText.quote(name)): expected ACTION = KEY …, such as search.open = /")
            return nil
        }
        guard let action = action(named: name) else {
            let near = NearestName.of(name, among: actions.map(\.name)).map { ": did you mean \($0)?" }
            tell(
                number, first.column,
                "unknown action \(ReadableText.quote(name))" + (near ?? ": viewfinder keys lists them all"))
            return nil
        }
        var keys: [(key: Key, column: Int)] = []
        for word in rest {
            do throws(KeyError) {
                let key = try Key(word.text)
                if key == Key(.character("c"), .control) {
                    tell(number, word.column, "ctrl+c always ends the program: give another key")
                } else if !keys.contains(where: { $0.key == key }) {
                    keys.append((key, word.column))
                }
            } catch {
                tell(number, word.column + error.offset, error.message)
            }
        }
        // What was meant cannot be known where no key of several was one.
        guard !keys.isEmpty || rest.isEmpty else { return nil }
        return Entry(action: action, keys: keys, line: number, column: first.column)
    }

    /// By its name, or by the last part of it where only one action has that.
    private static func action(named name: String) -> KeyAction? {
        if let action = actions.first(where: { $0.name == name }) { return action }
        let named = actions.filter { $0.name.hasSuffix("." + name) }
        return named.count == 1 ? named[0] : nil
    }

    /// The words of a line up to a comment, with their columns from 1.
    private static func words(of line: Substring) -> [(text: String, column: Int)] {
        var words: [(text: String, column: Int)] = []
        var word = ""
        var column = 0
        for character in line + " " {
            column += 1
            if !character.isWhitespace {
                if words.isEmpty, word.isEmpty, character == "#" { return [] }
                word.append(character)
                continue
            }
            // A key of that name is none of a comment's beginnings as long as it is the last word.
            let isLast = column > line.count
            if word == "#", !isLast { return words }
            if !word.isEmpty { words.append((word, column - word.count)) }
            word = ""
        }
        return words
    }

    // MARK: - Checking

    /// The map that comes of the entries, without keys that already mean something else where they would count.
    private static func map(of entries: [Entry], _ tell: Tell) -> KeyMap {
        var given: [String: [Key]] = [:]
        for entry in entries { given[entry.action.name] = entry.keys.map(\.key) }
        // Of two lines of the file the later one is told.
        for entry in entries.reversed() {
            let name = entry.action.name
            var kept: [Key] = []
            for (key, column) in entry.keys {
                let other = actions.first { other in
                    other.name != name && (given[other.name] ?? other.keys).contains(key)
                        && other.place.collides(with: entry.action.place, isPrintable: key.character != nil)
                }
                if let other {
                    tell(
                        entry.line, column,
                        "\(key.name) is \(other.name) (\(other.does)) already: give that another key, or this one")
                } else {
                    kept.append(key)
                }
            }
            given[name] = kept
        }
        if let entry = entries.first(where: { $0.action.name == quit }), given[quit]?.isEmpty == true {
            tell(entry.line, entry.column, "\(quit) needs a key: it keeps those that it has")
            given[quit] = nil
        }
        return KeyMap(given)
    }
}
