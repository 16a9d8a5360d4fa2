import LiveClient
import Simulator
import TestSupport
import Testing
import TextLayout

@testable import Gallery
@testable import Scenarios
@testable import Viewfinder

/// What is recorded of the gallery's views by keys, and that its run leads to the same page.
@Suite struct RecordingGalleryTests {
    @Test(
        arguments: [
            (
                "/kanban", "down s d tab enter",
                ["press: down", "press: s", "press: d", "click: Move left"]
            ),
            (
                "/podcasts/tides", "n n alt+left",
                [
                    #"press: "n""#, "expect: { path: /podcasts/foghorn }", #"press: "n""#,
                    "expect: { path: /podcasts/lamp }", "go: back", "expect: { path: /podcasts/foghorn }",
                ]
            ),
            ("/check-boxes", "tab space tab space", ["check: Box 1", "check: Box 2"]),
            ("/commands", "tab enter", ["click: Rise"]),
            ("/typing", "tab N i tab enter", ["focus: Copy it", "type: Ni", "click: Another line"]),
            ("/tea-bar", "tab enter tab enter", ["click: More sugar in Assam", "click: Order Assam"]),
            (
                "/reading-room", "tab enter tab enter",
                ["click: A Field Guide to Fog", "click: Letters to a Ferryman"]
            ),
            ("/signup", "tab A d a tab a backspace b tab x tab tab space", []),
            ("/uploads", "tab tab enter", []),
            ("/counter/5", "up up down tab enter", []),
            ("/volume", "right right left m", []),
            ("/stars", "tab o r i @1000", ["fill: { label: Name or constellation, with: ori }", "advance: 300ms"]),
            ("/plants", "tab enter tab R o s e", []),
            ("/logbook", "tab enter escape", ["click: Write an entry", "press: escape"]),
            ("/tournament", "tab enter tab tab enter", []),
            ("/clock", "@5000", ["advance: 5s"]),
            ("/telegrams", "tab a b c enter @3000", []),
            ("/flash", "tab enter tab enter tab enter", []),
            ("/bridge", "tab enter tab enter tab enter", []),
        ] as [(String, String, [String])])
    func `what keys do is recorded, and its run leads to the same page`(
        path: String, keys: String, steps: [String]
    ) throws {
        let recording = GalleryRecording(at: path)
        for key in keys.split(separator: " ") { try recording.press(key) }
        let found = recording.script.steps.dropFirst().map { String($0.line.dropFirst(2)) }
        if !steps.isEmpty { #expect(found == steps) }
        let difference = try recording.difference()
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test func `a file that is chosen is recorded with its path`() throws {
        let recording = GalleryRecording(at: "/uploads")
        let simulator = recording.simulator
        try recording.press("tab")
        let input = try #require(
            simulator.document.elements(below: simulator.document.root).first {
                simulator.document.controlKind(of: $0) == .file
            })
        let file = ClientFile(name: "menu.txt", bytes: Array("Leek soup".utf8))
        try simulator.choose([file], in: input, paths: ["menu.txt"])
        #expect(recording.script.steps.last?.line == "- upload: { label: Papers, files: menu.txt }")
    }

    /// The keys that a person without a plan presses.
    private static let keys =
        [
            "tab", "shift+tab", "enter", "space", "a", "b", "7", "up", "down", "left", "right", "backspace", "home",
            "alt+1", "x", "escape", "delete", "d", "n", "@100", "@1500",
        ] + Array(repeating: "tab", count: 6) + Array(repeating: "enter", count: 3)

    @Test(
        arguments: [
            "/settings", "/kanban", "/podcasts/tides", "/check-boxes", "/commands", "/typing", "/tea-bar",
            "/reading-room", "/counter/5", "/volume", "/stars", "/plants", "/logbook", "/tournament", "/telegrams",
            "/flash", "/bridge", "/harbour", "/slates/chalk",
        ])
    func `what anybody does at random leads to the same page when it is run`(path: String) throws {
        // Idle time is not recorded, and this page tells how long one took.
        let keys = path == "/typing" ? Self.keys.filter { !$0.hasPrefix("@") } : Self.keys
        for seed in 0..<Campaign.rounds(usually: 3) {
            var generator = SeededGenerator(seed: UInt64(seed) &* 7919 &+ UInt64(path.utf8.count))
            let recording = GalleryRecording(at: path)
            var pressed: [String] = []
            for _ in 0..<25 {
                guard recording.simulator.question == nil else { break }
                let key = try #require(keys.randomElement(using: &generator))
                pressed.append(key)
                try recording.press(key)
            }
            let difference = try recording.difference()
            #expect(difference == nil, "seed \(seed): \(pressed.joined(separator: " "))\n\(difference ?? "")")
        }
    }
}
