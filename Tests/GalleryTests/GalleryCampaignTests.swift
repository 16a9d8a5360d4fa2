import LiveClient
import LiveProtocol
import Simulator
import TestSupport
import Testing
import TextLayout

@testable import Gallery
@testable import Viewfinder

/// What nobody should send is sent to every view of the gallery. A view may refuse it; it must not end the program, and the
/// page must go on.
@Suite("The gallery under hostile input", .serialized)
struct GalleryCampaignTests {
    /// The paths of all views, with a fair value for each parameter.
    static let paths: [String] = Gallery().routes.map { route in
        route.path.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(":") ? "1" : String($0) }.joined(separator: "/")
    }

    /// A page on an engine, with somebody between the two.
    private final class Page {
        let host: TappedHost
        let simulator: Simulator

        init(at path: String) {
            let clock = VirtualClock()
            let factory = PageFactory<Gallery>()
            host = TappedHost(factory.makeEngine(clock: clock))
            simulator = Simulator(
                host: host, clock: clock, size: Size(columns: 80, rows: 24), settings: factory.clientSettings)
            simulator.open(path)
        }

        /// Sends an event and gives what the view says of it, if it refuses.
        func send(_ event: String, _ value: EventPush.Value, to topic: String, component: Int? = nil) -> String? {
            let type = if case .form = value { "form" } else { "click" }
            let reference = host.send(
                .event(EventPush(type: type, event: event, value: value, component: component)), to: topic)
            var refusal: String?
            while let frame = host.transport?.receive() {
                guard frame.reference == reference, case .reply(.failed(let reason)) = frame.message else { continue }
                refusal = reason["reason"]?.string ?? ""
            }
            return refusal
        }
    }

    /// The names in quotes in what a view says.
    private static func names(in words: String) -> [String] {
        words.matches(of: /"([A-Za-z_]+)"/).map { String($0.1) }
    }

    @Test("Every event of every view bears absurd payloads", arguments: paths)
    func payloads(path: String) throws {
        var page = Page(at: path)
        var count = 0
        for topic in page.host.joins.keys.sorted() {
            for component in [nil, 1, 2, -1, Int.max] {
                let unknown = page.send("no-such-event", .json([:]), to: topic, component: component) ?? ""
                let events =
                    Self.names(in: unknown.components(after: "it has ")) + ["lv:clear-flash", "", "lv:nonsense"]
                for event in events {
                    let wanted = Self.names(in: page.send(event, .json([:]), to: topic, component: component) ?? "")
                    let keys = wanted.filter { $0 != event } + ["value", "key", "id"]
                    for value in AbsurdPayloads.values {
                        let payload = JSONValue.object(.init(keys.map { ($0, value) }) { first, _ in first })
                        _ = page.send(event, .json(payload), to: topic, component: component)
                        _ = page.send(event, .json(value), to: topic, component: component)
                        count += 2
                    }
                    for form in AbsurdPayloads.forms + keys.map({ "\($0)=\(Int.min)" }) {
                        _ = page.send(event, .form(form), to: topic, component: component)
                        count += 1
                    }
                    // The page may have gone elsewhere, or ended.
                    if page.host.joins[topic] == nil { page = Page(at: path) }
                }
            }
        }
        // What the page was told meanwhile went past it; after a reload it stands there again.
        page.simulator.reload()
        #expect(!page.simulator.frame().text.isEmpty)
        try Campaign.report("gallery", "\(path): \(count) payloads", "goes on")
    }

    @Test("Every route bears absurd parameters and queries", arguments: Gallery().routes.map(\.path))
    func parameters(path: String) {
        let values = AbsurdPayloads.texts.filter { $0.utf8.count < 1_000 } + [String(repeating: "y", count: 8_000)]
        let names = ["page", "sort", "q", "pond", "reversed", "id", "start"]
        for value in values {
            let coded = value.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let filled = path.split(separator: "/", omittingEmptySubsequences: false)
                .map { $0.hasPrefix(":") ? coded : String($0) }.joined(separator: "/")
            let page = Page(at: filled + "?" + names.map { "\($0)=\(coded)" }.joined(separator: "&"))
            page.simulator.advance(by: .seconds(2))
            #expect(page.simulator.frame().size == Size(columns: 80, rows: 24))
        }
    }

    @Test("A counter at the end of the numbers stays there")
    func counter() {
        let page = Page(at: "/counter/\(Int.max)")
        #expect(page.simulator.frame().text.contains("\(Int.max)"))
        #expect(page.send("up", .json([:]), to: "lv:phx-main") == nil)
        page.simulator.reload()
        #expect(page.simulator.frame().text.contains("\(Int.max)"))
        let lowest = Page(at: "/counter/\(Int.min)")
        #expect(lowest.send("down", .json([:]), to: "lv:phx-main") == nil)
    }

    @Test("A telegram that never came is delivered, whatever its number", arguments: [-1, 0, .min, .max])
    func telegram(id: Int) {
        let page = Page(at: "/telegrams")
        #expect(page.send("deliver", .json(["id": .integer(id)]), to: "lv:phx-main") == nil)
        #expect(page.send("burn", .json(["id": .integer(id)]), to: "lv:phx-main") == nil)
    }
}

extension String {
    /// What stands behind a text; nothing where it is missing.
    fileprivate func components(after text: String) -> String {
        firstRange(of: text).map { String(self[$0.upperBound...]) } ?? ""
    }
}
