import HTMLTree
import LiveProtocol
import TestSupport
import Testing

@testable import LiveClient

@Suite("Whatever is done, and whatever the connection does meanwhile")
struct DeedPropertyTests {
    @Test("The client takes every deed, and is at rest in the end", arguments: 0..<30)
    func anything(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let page = try LivePage(tree: LivePage.tree(RandomPage.html(using: &generator))) {
            $0.settings.asksQuestions = true
        }
        // The server has a generator of its own, so that its answers do not depend on when they are asked for.
        var answers = SeededGenerator(seed: UInt64(seed) &+ 1_000)
        let standard = page.host.answer
        page.host.answer = { frame in
            switch frame.message {
            case .join:
                page.rendered = Self.whole(using: &answers)
                return standard(frame)
            case .event, .livePatch: return Self.answer(using: &answers)
            case .leave, .componentsWillBeDestroyed, .componentsDestroyed, .allowUpload, .uploadProgress, .joinUpload,
                .uploadChunk:
                return standard(frame)
            }
        }
        for _ in 0..<60 {
            try deed(on: page, using: &generator)
            page.client.settle()
        }
        page.network.comeUp()
        page.network.latency = [:]
        page.host.answer = standard
        page.client.open("/end")
        page.client.settle()
        page.advance(by: 120_000)
        #expect(page.client.isIdle)
        #expect(!page.client.diagnostics.contains { $0.rule == .endlessWork })
        #expect(page.document.elements(below: page.document.root).allSatisfy(page.document.isAlive))
    }

    private static func whole(using generator: inout SeededGenerator) -> Diff {
        Diff(root: NodeDiff(statics: .pieces(Statics(["", ""])), dynamics: [0: text(using: &generator)]))
    }

    private static func change(using generator: inout SeededGenerator) -> Diff {
        Diff(root: NodeDiff(dynamics: [0: text(using: &generator)]))
    }

    private static func text(using generator: inout SeededGenerator) -> DynamicDiff {
        .text(RandomPage.html(using: &generator))
    }

    private static func answer(using generator: inout SeededGenerator) -> Reply? {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: nil
        case 1: .failed(["reason": "no"])
        case 2: .liveRedirect(LiveRedirect(to: "/b"))
        case 3: .redirect(Redirect(to: "/c"))
        case 4: .linkRedirect
        case 5..<8: .handled(nil)
        default: .handled(change(using: &generator))
        }
    }

    private func deed(on page: LivePage, using generator: inout SeededGenerator) throws {
        let client = page.client
        let elements = Array(page.document.elements(below: page.document.root))
        guard let node = elements.randomElement(using: &generator) else { return }
        switch Int.random(in: 0..<24, using: &generator) {
        case 0..<6: client.click(node)
        case 6..<9: client.focus(node)
        case 9..<12: if page.document.controlKind(of: node) != nil { client.input("abc", into: node) }
        case 12: client.blur()
        case 13: page.press(["a", "Enter", "Escape"].randomElement(using: &generator) ?? "a")
        case 14: if page.document.name(of: node) == "form" { client.submit(node) }
        case 15: client.answer(Bool.random(using: &generator))
        case 16: page.transport.push(.diff(Self.change(using: &generator)), topic: LivePage.topic)
        case 17: page.transport.push(.livePatch(LivePatch(to: "/a?2")), topic: LivePage.topic)
        case 18: Bool.random(using: &generator) ? client.goBack() : client.goForward()
        case 19: Bool.random(using: &generator) ? page.network.goDown() : page.network.comeUp()
        case 20: page.network.breakConnection()
        case 21: page.network.crash(LivePage.topic)
        case 22:
            let delay = Duration.milliseconds(Int.random(in: 0..<400, using: &generator))
            page.network.latency = [.toServer: delay, .toClient: delay]
        default: page.network.loseNext(1, Bool.random(using: &generator) ? .toServer : .toClient)
        }
        page.advance(by: Int.random(in: 0..<700, using: &generator))
    }
}
