import Benchmark
import LiveEngine
import LiveProtocol

/// Events of a small view: handled, rendered and diffed, on their own and through a session.
enum EngineFigures {
    static func add() {
        Benchmark.add("flash put or clear, bare", scale: .kilo) {
            let view = SettingsView()
            var socket = SettingsView.Socket()
            var page = view.render(socket.context, Meta())
            let payload = Payload([:])
            var isPut = false
            return {
                isPut.toggle()
                do { try view.handleEvent(isPut ? "put" : "clear", payload, &socket) } catch { fatalError("\(error)") }
                let next = view.render(socket.context, Meta(flash: socket.flash))
                blackHole(next.changes(since: page))
                page = next
            }
        }
        Benchmark.add("flash put or clear, session", scale: .kilo) {
            let view = JoinedView("/settings", of: App.makeEngine())
            let events = ["put", "clear"].map { EventPush(type: "click", event: $0) }
            var number = 0
            return {
                view.send(events[number & 1])
                number += 1
            }
        }
        Benchmark.add("form of one field, session", scale: .kilo) {
            let view = JoinedView("/settings", of: App.makeEngine())
            let events = ["name=Ada", "name=Grace"].map { EventPush(type: "form", event: "save", value: .form($0)) }
            var number = 0
            return {
                view.send(events[number & 1])
                number += 1
            }
        }
        Benchmark.add("counter, session", scale: .kilo) {
            let view = JoinedView("/counter", of: App.makeEngine())
            let event = EventPush(type: "click", event: "increment")
            return { view.send(event) }
        }
    }
}
