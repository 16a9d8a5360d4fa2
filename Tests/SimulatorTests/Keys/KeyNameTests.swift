import Testing

@testable import Simulator

@Suite struct KeyNameTests {
    @Test(arguments: [
        ("a", Key(.character("a")), "a"),
        ("A", Key(.character("A")), "A"),
        ("shift+a", Key(.character("A")), "A"),
        ("shift+é", Key(.character("É")), "É"),
        ("é", Key(.character("é")), "é"),
        ("👩‍👩‍👧", Key(.character("👩‍👩‍👧")), "👩‍👩‍👧"),
        ("enter", Key(.enter), "enter"),
        ("space", Key(.character(" ")), "space"),
        ("plus", Key(.character("+")), "plus"),
        ("+", Key(.character("+")), "plus"),
        ("ctrl+plus", Key(.character("+"), .control), "ctrl+plus"),
        ("ctrl+k", Key(.character("k"), .control), "ctrl+k"),
        ("shift+ctrl+k", Key(.character("K"), .control), "ctrl+shift+k"),
        ("alt+ctrl+left", Key(.left, [.control, .alt]), "ctrl+alt+left"),
        ("super+shift+alt+ctrl+f24", Key(.function(24), [.control, .alt, .shift, .super]), "ctrl+alt+shift+super+f24"),
        ("shift+tab", Key(.tab, .shift), "shift+tab"),
        ("ctrl+space", Key(.character(" "), .control), "ctrl+space"),
        ("alt+1", Key(.character("1"), .alt), "alt+1"),
        ("pagedown", Key(.pageDown), "pagedown"),
        ("?", Key(.character("?")), "?"),
        ("alt+shift+x", Key(.character("X"), .alt), "alt+shift+x"),
    ])
    func aKeyIsReadAndHasOneSpelling(text: String, key: Key, name: String) throws {
        #expect(try Key(text) == key)
        #expect(key.name == name)
        #expect(try Key(name) == key)
    }

    @Test func everyNamedKeyIsReadBackWithEveryModifier() throws {
        for (_, code) in Key.codeNames {
            for raw in UInt8(0)..<16 {
                let key = Key(code, Key.Modifiers(rawValue: raw))
                #expect(try Key(key.name.replacing("shift+space", with: "space")) == key)
            }
        }
    }

    @Test(arguments: [
        ("", #"no key: write one such as enter, ctrl+k or a"#, 0),
        ("entr", #"unknown key "entr": did you mean enter?"#, 0),
        ("Enter", #"unknown key "Enter": did you mean enter?"#, 0),
        ("esc", #"unknown key "esc": did you mean escape?"#, 0),
        ("ctrl+pgup", #"unknown key "pgup": did you mean pageup?"#, 5),
        ("f25", #"unknown key "f25": did you mean f2?"#, 0),
        ("wurst", #"unknown key "wurst": expected one character, or a name such as enter"#, 0),
        ("control+k", #"unknown modifier "control": did you mean ctrl?"#, 0),
        ("Ctrl+k", #"unknown modifier "Ctrl": did you mean ctrl?"#, 0),
        ("alt+crtl+k", #"unknown modifier "crtl": did you mean ctrl?"#, 4),
        ("hyperspace+k", #"unknown modifier "hyperspace": expected ctrl, alt, shift or super"#, 0),
        ("enter+a", #"unknown modifier "enter": expected ctrl, alt, shift or super"#, 0),
        ("ctrl+ctrl+k", #"ctrl is there twice"#, 5),
        ("ctrl+", #"no key after "ctrl+": write one such as ctrl+k (the + key is plus)"#, 0),
        ("ctrl", #"no key after "ctrl+": write one such as ctrl+k (the + key is plus)"#, 0),
        ("ctrl+K", #""ctrl+K" is unclear: write ctrl+k, or ctrl+shift+k with shift"#, 5),
        ("shift+1", #"shift does not change "1": write the character that the keyboard gives, without shift"#, 6),
        ("\u{1B}", "unknown key \"\u{1B}\": expected one character, or a name such as enter", 0),
    ])
    func aWrongKeyIsExplained(text: String, message: String, offset: Int) {
        let error = #expect(throws: KeyError.self) { try Key(text) }
        #expect(error?.message == message)
        #expect(error?.offset == offset)
    }

    @Test(arguments: [
        ("g g", ["g", "g"]),
        ("tab tab enter", ["tab", "tab", "enter"]),
        ("  ctrl+k\n a ", ["ctrl+k", "a"]),
    ])
    func keysAreDividedByBlanks(text: String, names: [String]) throws {
        #expect(try Key.sequence(text).map(\.name) == names)
    }

    @Test func theWrongKeyOfSeveralIsPlaced() {
        let error = #expect(throws: KeyError.self) { try Key.sequence("é tab  ctrl+entr") }
        #expect(error?.reason == .unknownKey("entr", suggestion: "enter"))
        #expect(error?.offset == 12)
        #expect(throws: KeyError(.empty, offset: 0)) { try Key.sequence("  ") }
    }

    @Test(arguments: [
        ("enter", "Enter"), ("up", "ArrowUp"), ("a", "a"), ("shift+a", "A"), ("escape", "Escape"), ("space", " "),
        ("pagedown", "PageDown"), ("f5", "F5"), ("ctrl+k", "k"), ("plus", "+"), ("shift+tab", "Tab"),
        ("backspace", "Backspace"),
    ])
    func browsersNameTheKeyOtherwise(text: String, eventName: String) throws {
        #expect(try Key(text).eventName == eventName)
    }
}
