import LiveProtocol
import RecordedSessions
import Testing

@testable import LiveClient

/// Sessions recorded with pyview and Phoenix end in the page that the real client made of them, in both ways of
/// patching.
enum RecordedSessions {
    /// Replays a session twice: all at once without layout, as its page was recorded, and with pauses and layout, in which
    /// transitions run.
    static func check(_ recording: Recording, patchesByParts: Bool) throws {
        guard let text = try recording.text(of: "txt", in: "expected") else { return }
        let session = try recording.session()
        for hasLayout in [false, true] {
            let page = try RecordedPage(session, patchesByParts: patchesByParts, hasLayout: hasLayout)
            try page.play(pausing: hasLayout ? 450 : 0)
            page.advance(by: 6_500)
            let state = page.state
            let name = "\(recording.description) \(hasLayout ? "with" : "without") layout"
            expectSame(state.text, CanonicalForm.withoutValues(text), "the page of \(name)")
            if let title = try recording.text(of: "title", in: "expected") {
                #expect("\(state.title)\n\(state.url)" == title)
            }
            if hasLayout, let html = try recording.text(of: "html", in: "chromium") {
                let styled = CanonicalForm.text(ofHTML: html, showsStyles: true)
                expectSame(state.styledText, styled, "the page with styles of \(name)")
            }
            #expect(page.client.diagnostics.filter { $0.rule == .renderedTree } == [])
        }
    }

    static func checkDeed(_ recording: Recording, patchesByParts: Bool) throws {
        let deed = try RecordedDeed(parsing: try #require(try recording.text(of: "more", in: "deeds")))
        let session = try Recording(folder: recording.folder, name: deed.session).session()
        let page = try RecordedPage(session, patchesByParts: patchesByParts)
        try page.play(deed.messageCount)
        page.advance(by: 2_000)
        let count = page.host.transports.flatMap(\.sent).count
        try page.perform(deed.statements)
        let state = page.state
        expectSame(
            state.text, CanonicalForm.withoutValues(try #require(try recording.text(of: "txt", in: "deeds"))),
            "the page of \(recording.description)")
        if let title = try recording.text(of: "title", in: "deeds") {
            #expect("\(state.title)\n\(state.url)" == title)
        }
        if let html = try recording.text(of: "html", in: "deeds") {
            let styled = CanonicalForm.text(ofHTML: html, showsStyles: true)
            expectSame(state.styledText, styled, "the page with styles of \(recording.description)")
        }
        #expect(state.mainClasses == deed.mainClasses)
        #expect(state.bodyClasses == deed.bodyClasses)
        #expect(state.focus == deed.focus)
        #expect(try page.pushes(after: count) == deed.pushes)
    }

    /// Every message of the server can be read, as the answer to what was asked.
    static func checkFrames(_ recording: Recording) throws {
        let session = try recording.session()
        var asked: [String: ClientMessage] = [:]
        for entry in session.entries {
            guard case .message(let message) = entry else {
                asked = [:]
                continue
            }
            guard message.topic != "phoenix" else { continue }
            let text = JSONValue.array(message.parts).json
            let key = "\(message.topic) \(message.reference.json)"
            #expect(throws: Never.self, "\(text.prefix(200))") {
                if message.isFromServer {
                    _ = try ServerFrame(parsing: text, replyingTo: asked[key])
                } else {
                    asked[key] = try ClientFrame(parsing: text).message
                }
            }
        }
    }

    /// Both ways of patching show the same page after each message of a whole session.
    static func checkWays(_ recording: Recording) throws {
        let session = try recording.session()
        let byParts = try RecordedRun(session, patchesByParts: true).run()
        let whole = try RecordedRun(session, patchesByParts: false).run()
        #expect(byParts.count == whole.count && byParts.count > 0)
        for (index, (found, wanted)) in zip(byParts, whole).enumerated() {
            expectSame(found, wanted, "\(recording.description) after message \(index) by parts")
        }
    }

    /// Tells the lines in which two pages differ.
    static func expectSame(_ found: String, _ wanted: String, _ what: String) {
        if let difference = RecordedState.difference(between: found, and: wanted) {
            Issue.record("\(what) (- wanted, + found):\n\(difference)")
        }
    }
}

@Suite("Recorded sessions of the repository")
struct RecordedSessionTests {
    @Test(
        "a recorded session ends in the browser's page", arguments: Recording.Place.repository.sessions, [true, false])
    func session(_ recording: Recording, byParts: Bool) throws {
        try RecordedSessions.check(recording, patchesByParts: byParts)
    }

    @Test(
        "a recorded deed does what it did in the browser", arguments: Recording.Place.repository.deeds, [true, false])
    func deed(_ recording: Recording, byParts: Bool) throws {
        try RecordedSessions.checkDeed(recording, patchesByParts: byParts)
    }

    @Test("both ways of patching show the same after each message", arguments: Recording.Place.repository.sessions)
    func ways(_ recording: Recording) throws { try RecordedSessions.checkWays(recording) }
}

// MARK: All sessions

@Suite(
    "Recorded sessions beside the checkout",
    .enabled(if: !Recording.Place.shared.sessions.isEmpty, "the recorded sessions are not beside the checkout"))
struct SharedRecordedSessionTests {
    @Test("a recorded session ends in the browser's page", arguments: Recording.Place.shared.sessions, [true, false])
    func session(_ recording: Recording, byParts: Bool) throws {
        try RecordedSessions.check(recording, patchesByParts: byParts)
    }

    @Test("a recorded deed does what it did in the browser", arguments: Recording.Place.shared.deeds, [true, false])
    func deed(_ recording: Recording, byParts: Bool) throws {
        try RecordedSessions.checkDeed(recording, patchesByParts: byParts)
    }

    @Test("a recorded page is written down as the recorder wrote it", arguments: Recording.Place.shared.sessions)
    func canonicalForm(_ recording: Recording) throws {
        // The recorder left out the bodies of scripts in the HTML alone.
        guard let html = try recording.text(of: "html", in: "expected"), !html.contains("<script") else { return }
        let text = try #require(try recording.text(of: "txt", in: "expected"))
        RecordedSessions.expectSame(
            CanonicalForm.text(ofHTML: html, leavesOutValues: false), text, "the page of \(recording.description)")
    }

    @Test("every recorded message can be read", arguments: Recording.Place.shared.sessions)
    func frames(_ recording: Recording) throws { try RecordedSessions.checkFrames(recording) }

    @Test(
        "both ways of patching show the same after each message, across navigation",
        arguments: Recording.Place.shared.sessions)
    func ways(_ recording: Recording) throws { try RecordedSessions.checkWays(recording) }
}
