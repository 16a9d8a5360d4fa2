import Foundation
import Testing

@testable import TerminalUI

@Suite struct EditorProgramTests {
    @Test(arguments: [
        (["VISUAL": "code --wait", "EDITOR": "ed"], "code --wait"), (["EDITOR": "nano"], "nano"),
        (["VISUAL": "", "EDITOR": "ed"], "ed"), ([:], "vi"),
    ])
    func `The editor is the one that the environment names`(environment: [String: String], command: String) {
        #expect(EditorProgram { environment[$0] }.command == command)
    }

    @Test func `It is started with the file, at a line where one is named`() {
        let editor = EditorProgram { _ in "nano -w" }
        #expect(editor.words(for: EditRequest(path: "/a b")).suffix(3) == ["exec nano -w \"$@\"", "sh", "/a b"])
        #expect(editor.words(for: EditRequest(path: "/a", line: 7)).suffix(2) == ["+7", "/a"])
    }

    @Test func `What it writes is in the file when it has ended`() throws {
        let path = NSTemporaryDirectory() + "editor-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let script = EditorProgram { _ in "/bin/sh -c 'printf changed > \"$1\"' -" }
        #expect(script.edit(EditRequest(path: path)) {} == nil)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "changed")
    }

    @Test(arguments: [
        ("false", "the editor false ended with status 1"),
        ("no-such-editor", "there is no editor no-such-editor: EDITOR names one, as in EDITOR=nano"),
        ("sh -c 'kill -KILL $$'", "the editor sh -c 'kill -KILL $$' was ended by signal 9"),
    ])
    func `What goes wrong with it is told`(command: String, problem: String) {
        #expect(EditorProgram { _ in command }.edit(EditRequest(path: "/dev/null")) {} == problem)
    }

    @Test func `Both stop and go on together`() {
        var stops = 0
        let editor = EditorProgram { _ in "sh -c 'kill -STOP $$'" }
        #expect(editor.edit(EditRequest(path: "/dev/null")) { stops += 1 } == nil)
        #expect(stops == 1)
    }
}
