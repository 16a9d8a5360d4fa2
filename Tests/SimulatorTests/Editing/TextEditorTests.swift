import Testing

@testable import Simulator

/// Fields are written as their text with `|` at the caret, or `[` and `|` around what is selected.
@Suite struct TextEditorTests {
    @Test(arguments: [
        ("|", "a space b", "a b|"),
        ("ab|cd", "left", "a|bcd"),
        ("|ab", "left", "|ab"),
        ("ab|", "right", "ab|"),
        ("a[bc|d", "left", "a|bcd"),
        ("a[bc|d", "right", "abc|d"),
        ("one two|", "ctrl+left", "one |two"),
        ("one two  |", "alt+b", "one |two  "),
        ("|one two", "ctrl+right", "one| two"),
        ("one| --two", "alt+f", "one --two|"),
        ("ab|cd", "home", "|abcd"),
        ("ab|cd", "ctrl+e", "abcd|"),
        ("ab|cd", "backspace", "a|cd"),
        ("ab|cd", "delete", "ab|d"),
        ("|ab", "backspace", "|ab"),
        ("a[bc|d", "backspace", "a|d"),
        ("a[bc|d", "x", "ax|d"),
        ("one two|", "alt+backspace", "one |"),
        ("one-two|", "alt+backspace", "one-|"),
        ("one two-three|", "ctrl+w", "one |"),
        ("|one two", "alt+d", "| two"),
        ("ab|cd", "ctrl+k", "ab|"),
        ("ab|cd", "ctrl+u", "|cd"),
        ("ab|cd", "ctrl+k ctrl+y ctrl+y", "abcdcd|"),
        ("one two three|", "ctrl+w ctrl+w ctrl+y", "one two three|"),
        ("|one two", "alt+d alt+d ctrl+e ctrl+y", "one two|"),
        ("one two|", "ctrl+w home ctrl+k ctrl+y", "one |"),
        ("ab|", "c d ctrl+/", "ab|"),
        ("ab|", "c space d ctrl+/", "abc |"),
        ("ab|", "c ctrl+_ alt+/", "abc|"),
        ("ab|", "ctrl+u x ctrl+/ ctrl+/", "ab|"),
        ("ab|", "alt+/", "ab|"),
        ("ab|", "c ctrl+/ d alt+/", "abd|"),
        ("ab|cd", "alt+a", "[abcd|"),
        ("ab|cd", "alt+a x", "x|"),
        ("👩‍👩‍👧|é", "backspace", "|é"),
        ("👩‍👩‍👧|é", "right backspace", "👩‍👩‍👧|"),
        ("日|本", "delete", "日|"),
        ("e|x", "\u{301}", "e\u{301}|x"),
        ("e|", "\u{301} backspace", "|"),
        ("e|", "\u{301} ctrl+/", "e|"),
        ("🇩|", "🇪", "🇩🇪|"),
        ("|🇪🇫🇷", "🇩", "🇩🇪|🇫🇷"),
        ("🇩[x|🇪", "backspace", "🇩🇪|"),
    ])
    func aKeyEditsOneLine(before: String, keys: String, after: String) throws {
        #expect(try edited(before, keys) == after)
    }

    @Test(arguments: [
        ("one\ntw|o", "home", "one\n|two"),
        ("o|ne\ntwo", "ctrl+e", "one|\ntwo"),
        ("one\ntw|o", "up", "on|e\ntwo"),
        ("on|e\ntwo", "down", "one\ntw|o"),
        ("long line|\nab\nlong line", "down", "long line\nab|\nlong line"),
        ("long line|\nab\nlong line", "down down", "long line\nab\nlong line|"),
        ("long line|\nab\nlong line", "down left down", "long line\nab\nl|ong line"),
        ("o|ne", "up", "|one"),
        ("o|ne", "down", "one|"),
        ("one|\ntwo", "ctrl+k", "one|two"),
        ("o|ne\ntwo", "ctrl+k", "o|\ntwo"),
        ("one\ntwo|", "ctrl+u", "one\n|"),
        ("one\nt|wo", "ctrl+home", "|one\ntwo"),
        ("one\nt|wo", "alt+>", "one\ntwo|"),
        ("one\n|two", "backspace", "one|two"),
    ])
    func aKeyEditsSeveralLines(before: String, keys: String, after: String) throws {
        #expect(try edited(before, keys, FieldTraits(isMultiline: true)) == after)
    }

    @Test(arguments: [
        ("a\r\nb\nc\rd", false, "a b c d"),
        ("a\r\nb\nc\rd", true, "a\nb\nc\nd"),
        ("a\u{1B}[31mb\u{7}\u{85}c", true, "a[31mbc"),
        ("a\tb", false, "a b"),
        ("a\tb", true, "a\tb"),
        ("\u{1B}\u{7F}", true, ""),
    ])
    func aPasteIsCleaned(pasted: String, isMultiline: Bool, text: String) {
        var editor = TextEditor("", traits: FieldTraits(isMultiline: isMultiline))
        var killed: [Character] = []
        #expect(editor.perform(.paste(pasted), killed: &killed) == (text.isEmpty ? .nothing : .text))
        #expect(editor.text == text)
        #expect(editor.perform(.undo, killed: &killed) == (text.isEmpty ? .nothing : .text))
        #expect(editor.text == "")
    }

    @Test(arguments: [
        ("ab|c", "xyz", 5, "abxy|c"),
        ("a[bc|", "xyz", 3, "axy|"),
        ("abc|", "x", 3, "abc|"),
        ("abcdef|", "x", 3, "abcdef|"),
        ("|", "👍👍", 3, "👍|"),
    ])
    func noMoreIsWrittenThanTheFieldHasRoomFor(before: String, pasted: String, limit: Int, after: String) {
        var editor = Self.editor(before, FieldTraits(maximumLength: limit))
        var killed: [Character] = []
        _ = editor.perform(.paste(pasted), killed: &killed)
        #expect(Self.picture(editor) == after)
    }

    @Test(arguments: ["x", "backspace", "ctrl+k", "ctrl+y", "ctrl+/"])
    func aReadOnlyFieldKeepsItsText(key: String) throws {
        #expect(try edited("ab|cd", key, FieldTraits(isReadOnly: true)) == "ab|cd")
        #expect(try edited("ab|cd", "left", FieldTraits(isReadOnly: true)) == "a|bcd")
    }

    @Test func aCommandWithoutEffectSaysSo() {
        var editor = TextEditor("ab")
        var killed: [Character] = []
        #expect(editor.perform(.move(.right), killed: &killed) == .nothing)
        #expect(editor.perform(.delete(.right), killed: &killed) == .nothing)
        #expect(editor.perform(.undo, killed: &killed) == .nothing)
        #expect(editor.perform(.move(.down), killed: &killed) == .nothing)
        #expect(editor.perform(.move(.left), killed: &killed) == .selection)
    }

    @Test func undoOfEveryChangeRestoresTheText() {
        var generator = SystemRandomNumberGenerator()
        let pieces = ["a", " ", "\u{301}", "🇩", "🇪🇫", "\n", "👩", "\u{200D}", "日", "-"]
        for _ in 0..<50 {
            var editor = TextEditor("e🇩🇪x", traits: FieldTraits(isMultiline: true))
            var killed: [Character] = []
            for _ in 0..<60 {
                let command: EditCommand =
                    switch Int.random(in: 0..<6, using: &generator) {
                    case 0, 1: .insert(pieces[Int.random(in: pieces.indices, using: &generator)])
                    case 2: .delete(Motion.allCases[Int.random(in: Motion.allCases.indices, using: &generator)])
                    case 3: .kill(Motion.allCases[Int.random(in: Motion.allCases.indices, using: &generator)])
                    case 4: .yank
                    default: .move(Motion.allCases[Int.random(in: Motion.allCases.indices, using: &generator)])
                    }
                _ = editor.perform(command, killed: &killed)
                #expect(Array(editor.text) == editor.characters, "the clusters are those of the text")
            }
            let last = editor.text
            while editor.perform(.undo, killed: &killed) != .nothing {}
            #expect(editor.text == "e🇩🇪x")
            while editor.perform(.redo, killed: &killed) != .nothing {}
            #expect(editor.text == last)
        }
    }

    @Test func keysOfTheTableAreNotGivenTwice() {
        let keys = EditingKeys.rows.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
    }

    private func edited(_ picture: String, _ keys: String, _ traits: FieldTraits = FieldTraits()) throws -> String {
        var editor = Self.editor(picture, traits)
        var killed: [Character] = []
        for key in try Key.sequence(keys) {
            let command = try #require(EditingKeys.command(for: key, isMultiline: true))
            _ = editor.perform(command, killed: &killed)
        }
        return Self.picture(editor)
    }

    private static func editor(_ picture: String, _ traits: FieldTraits) -> TextEditor {
        let scalars = picture.split(separator: "|", omittingEmptySubsequences: false)
        let head = scalars[0].split(separator: "[", omittingEmptySubsequences: false).map(String.init)
        let caret = head.joined().count
        let start = head.count > 1 ? head[0].count : caret
        return TextEditor(head.joined() + scalars[1], selection: start..<caret, traits: traits)
    }

    private static func picture(_ editor: TextEditor) -> String {
        var picture = editor.characters.map(String.init)
        picture.insert("|", at: editor.selection.upperBound)
        if !editor.selection.isEmpty { picture.insert("[", at: editor.selection.lowerBound) }
        return picture.joined()
    }
}
