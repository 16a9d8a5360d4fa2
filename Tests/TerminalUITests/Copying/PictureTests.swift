import Foundation
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct PictureTests {
    static let names: [(address: String, taken: [String], name: String)] = [
        ("/settings", [], "settings-1.svg"), ("/", [], "page-1.svg"),
        ("/ships/7?sort=name#top", ["ships-7-1.svg", "ships-7-2.svg"], "ships-7-3.svg"),
        ("http://127.0.0.1:4000/é/../x", [], "http-127-0-0-1-4000-x-1.svg"),
    ]

    @Test("A picture has its name from the page, and takes nobody's place", arguments: names)
    func name(address: String, taken: [String], name: String) {
        #expect(PictureFile.name(of: address, suffix: "svg") { taken.contains($0) } == name)
    }

    @Test(arguments: PicturePrompt.Form.allCases) func `A frame is written in each form, the same bytes each time`(
        _ form: PicturePrompt.Form
    ) {
        let bench = InterfaceBench("<title>A &amp; B</title><p>Hello <b>there</b></p>", columns: 40, rows: 8)
        let picture = PictureFile(frame: bench.frame, form: form, title: "A & B", address: "/a")
        #expect(picture.text == picture.text)
        #expect(picture.text.contains("Hello"))
        switch form {
        case .text: #expect(picture.text.hasPrefix("╭─ A & B  /page"))
        case .ansi: #expect(picture.text.contains("\u{1B}[1mthere"))
        case .svg: #expect(picture.text.hasPrefix("<svg xmlns"))
        case .html:
            #expect(picture.text.hasPrefix("<!doctype html>"))
            #expect(picture.text.contains("<title>A &amp; B</title>"))
            #expect(picture.text.contains("<span style=\"font-weight: bold\">there</span>"))
        }
    }

    @Test func `A key asks for the form, and any other puts the question away`() throws {
        let bench = InterfaceBench("<p>Hello</p>", columns: 80, rows: 8)
        try bench.press("p")
        #expect(bench.foot.contains("t: text, a: ansi, s: svg, h: html"))
        try bench.press("x")
        #expect(bench.interface.overlay == nil)
    }
}
