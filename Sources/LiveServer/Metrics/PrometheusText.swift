/// Writes figures in Prometheus' text form, version 0.0.4.
struct PrometheusText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    init(_ totals: ServerTotals) {
        add("connections_open", .gauge, "Connections that are open.", totals.openConnections)
        add("sockets_open", .gauge, "WebSockets that are open.", totals.openSockets)
        add("sockets_total", .counter, "WebSockets that were opened.", totals.sockets)
        add("joins_total", .counter, "Views that were joined.", totals.joins)
        add("events_total", .counter, "Events of clients.", totals.events)
        add("received_bytes_total", .counter, "Bytes of messages of clients.", totals.receivedBytes)
        add("sent_bytes_total", .counter, "Bytes of messages to clients.", totals.sentBytes)
        add(
            "requests_total", .counter, "Requests, by the status of the answer.",
            totals.requests.sorted { $0.key < $1.key }.map { ("status=\"\($0.key)\"", $0.value) })
        add(
            "refused_total", .counter, "What was refused, by reason.",
            Refusal.allCases.map { ("reason=\"\($0.rawValue)\"", totals.refused[$0] ?? 0) })
        add(totals.handlerTime)
    }

    private enum Kind: String {
        case counter
        case gauge
        case histogram
    }

    private mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP viewfinder_\(name) \(help)\n# TYPE viewfinder_\(name) \(kind.rawValue)\n"
    }

    private mutating func add(_ name: String, _ kind: Kind, _ help: String, _ value: Int) {
        begin(name, kind, help)
        text += "viewfinder_\(name) \(value)\n"
    }

    private mutating func add(_ name: String, _ kind: Kind, _ help: String, _ values: [(label: String, value: Int)]) {
        begin(name, kind, help)
        for (label, value) in values { text += "viewfinder_\(name){\(label)} \(value)\n" }
    }

    private mutating func add(_ histogram: TimeHistogram) {
        let name = "message_seconds"
        begin(name, .histogram, "How long messages of clients were worked on.")
        var count = 0
        for (bound, inBucket) in zip(TimeHistogram.bounds, histogram.counts) {
            count += inBucket
            text += "viewfinder_\(name)_bucket{le=\"\(Double(bound) / 1e6)\"} \(count)\n"
        }
        count += histogram.counts.last ?? 0
        text += "viewfinder_\(name)_bucket{le=\"+Inf\"} \(count)\n"
        text += "viewfinder_\(name)_sum \(histogram.sum / .seconds(1))\nviewfinder_\(name)_count \(count)\n"
    }
}
