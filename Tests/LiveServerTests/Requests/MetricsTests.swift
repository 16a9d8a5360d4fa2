import Testing

@testable import LiveServer

@Suite("Figures")
struct MetricsTests {
    @Test func `Figures are written in Prometheus' text form`() {
        var totals = ServerTotals()
        totals.openSockets = 2
        totals.requests = [404: 1, 200: 3]
        totals.refused = [.foreignHost: 4]
        for time in [50, 100, 101, 2_000_000, 30_000_000] { totals.handlerTime.add(.microseconds(time)) }
        let lines = PrometheusText(totals).text.split(separator: "\n")
        #expect(lines.contains("# TYPE viewfinder_sockets_open gauge"))
        #expect(lines.contains("viewfinder_sockets_open 2"))
        #expect(
            lines.filter { $0.hasPrefix("viewfinder_requests_total") } == [
                "viewfinder_requests_total{status=\"200\"} 3", "viewfinder_requests_total{status=\"404\"} 1",
            ])
        #expect(lines.contains("viewfinder_refused_total{reason=\"foreign_host\"} 4"))
        #expect(
            lines.filter { $0.hasPrefix("viewfinder_message_seconds") } == [
                "viewfinder_message_seconds_bucket{le=\"0.0001\"} 2",
                "viewfinder_message_seconds_bucket{le=\"0.001\"} 3",
                "viewfinder_message_seconds_bucket{le=\"0.01\"} 3", "viewfinder_message_seconds_bucket{le=\"0.1\"} 3",
                "viewfinder_message_seconds_bucket{le=\"1.0\"} 3", "viewfinder_message_seconds_bucket{le=\"10.0\"} 4",
                "viewfinder_message_seconds_bucket{le=\"+Inf\"} 5", "viewfinder_message_seconds_sum 32.000251",
                "viewfinder_message_seconds_count 5",
            ])
    }
}
