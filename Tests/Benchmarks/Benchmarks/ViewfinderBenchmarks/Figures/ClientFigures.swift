import Benchmark
import LiveClient
import LiveProtocol

/// What a person does to a page, from the deed to the patched document, engine included: by parts, and by parsing and
/// morphing the same.
enum ClientFigures {
    static func add() {
        for byParts in [true, false] {
            let way = byParts ? "parts" : "parsing"
            Benchmark.add("page of 10,000 rows opened, \(way)") {
                { blackHole(open("/list/10000", byParts: byParts)) }
            }
            for count in byParts ? [100, 1_000, 10_000, 100_000] : [100, 1_000, 10_000] {
                Benchmark.add("row of \(count) on the page, \(way)") {
                    let client = open("/list/\(count)", byParts: byParts)
                    return {
                        client.pushEvent("hit", payload: ["row": .integer(count / 2)])
                        client.settle()
                    }
                }
            }
            Benchmark.add("letter in a form, \(way)") {
                let client = open("/note", byParts: byParts)
                let field = client.document.element(withID: "text")
                var isLong = false
                return {
                    isLong.toggle()
                    if let field { client.input(isLong ? "ab" : "a", into: field) }
                    client.settle()
                }
            }
            Benchmark.add("flash, from the click to the page, \(way)") {
                let client = open("/note", byParts: byParts)
                let button = client.document.element(withID: "put")
                return {
                    if let target = client.document.element(withID: "banner") ?? button { client.click(target) }
                    client.settle()
                }
            }
        }
    }

    private static func open(_ path: String, byParts: Bool) -> LiveClient {
        let clock = VirtualClock()
        var settings = ClientSettings()
        settings.patchesByParts = byParts
        let client = LiveClient(host: App.makeEngine(clock: clock), clock: clock, settings: settings)
        client.open(path)
        client.settle()
        return client
    }
}
