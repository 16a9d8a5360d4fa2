import Simulator
import Testing

@testable import TerminalUI

@Suite struct KeyFileTests {
    private static func keys(_ name: String, _ file: KeyFile) -> String {
        let action = KeyFile.actions.first { $0.name == name }
        return file.map.keys(of: name, standard: action?.keys ?? []).map(\.name).joined(separator: " ")
    }

    static let readings: [(text: String, action: String, keys: String)] = [
        ("search.open = / ctrl+f", "search.open", "/ ctrl+f"),
        ("  search.open=ctrl+f  ", "search.open", "ctrl+f"),
        ("# search.open = x\n\nscroll.top = g # the top", "scroll.top", "g"),
        ("quit = Q", "app.quit", "Q"),
        ("search.next =", "search.next", ""),
        ("search.open = #", "search.open", "#"),
        ("search.open = / /\r\nsearch.next = n\r\n", "search.open", "/"),
        ("", "app.quit", "q ctrl+q"),
        ("edit.undo = ctrl+z alt+u\napp.suspend = alt+z", "edit.undo", "ctrl+z alt+u"),
    ]

    @Test("A line gives an action its keys", arguments: readings)
    func reads(text: String, action: String, keys: String) {
        let file = KeyFile(text: text, path: "keys")
        #expect(file.problems.map(\.message) == [])
        #expect(Self.keys(action, file) == keys)
    }

    static let mistakes: [(text: String, message: String)] = [
        ("serch.open = /", "keys:1:1: unknown action serch.open: did you mean search.open?"),
        (
            "\n  search.open = / nokey",
            "keys:2:19: unknown key \"nokey\": expected one character, or a name such as enter"
        ),
        ("search.open = ctlr+f", "keys:1:15: unknown modifier \"ctlr\": did you mean ctrl?"),
        (
            "search.open = ctrl+d",
            "keys:1:15: ctrl+d is scroll.half-page-down (half a page down) already: give that another key, or this one"
        ),
        ("search.open", "keys:1:1: search.open: expected ACTION = KEY …, such as search.open = /"),
        ("scroll.top = t\nscroll.top = u", "keys:2:1: scroll.top has its keys in line 1 already"),
        ("app.quit =", "keys:1:1: app.quit needs a key: it keeps those that it has"),
        ("app.help = ctrl+c", "keys:1:12: ctrl+c always ends the program: give another key"),
        (
            "app.inspector = ctrl+w",
            "keys:1:17: ctrl+w is edit.delete-to-blank (delete back to a blank) already: "
                + "give that another key, or this one"
        ),
        (
            "search.open = ctrl+f\nselect.begin = ctrl+f",
            "keys:2:16: ctrl+f is search.open (search the page) already: give that another key, or this one"
        ),
    ]

    @Test("A mistake is told with its place, and the rest counts", arguments: mistakes)
    func tells(text: String, message: String) {
        let file = KeyFile(text: text + "\napp.mouse = f4", path: "keys")
        #expect(file.problems.map(\.message) == [message])
        #expect(Self.keys("app.mouse", file) == "f4")
        #expect(!Self.keys("app.quit", file).isEmpty)
    }

    @Test func `A key is free when its action is given another`() {
        let file = KeyFile(text: "scroll.half-page-down = alt+d\nsearch.open = ctrl+d", path: "keys")
        #expect(file.problems.isEmpty)
    }

    @Test func `The tables themselves have no key twice where it would count`() {
        for (place, one) in KeyFile.actions.enumerated() {
            for other in KeyFile.actions.dropFirst(place + 1) {
                for key in one.keys where other.keys.contains(key) {
                    let isClash = one.place.collides(with: other.place, isPrintable: key.character != nil)
                    #expect(!isClash, "\(key.name): \(one.name), \(other.name)")
                }
            }
        }
        #expect(Set(KeyFile.actions.map(\.name)).count == KeyFile.actions.count)
    }

    @Test func `What is printed is read back to the same`() {
        let file = KeyFile(text: "search.open = f4 #\nscroll.top =", path: "keys")
        let text = KeyFile.text(of: file.map)
        let again = KeyFile(text: text, path: "keys")
        #expect(again.problems.map(\.message) == [])
        for action in KeyFile.actions { #expect(Self.keys(action.name, again) == Self.keys(action.name, file)) }
        #expect(text.contains("search.open = f4 #\n"))
        #expect(text.split(separator: "\n").filter { $0.hasSuffix("(changed)") }.count == 1)
    }
}
