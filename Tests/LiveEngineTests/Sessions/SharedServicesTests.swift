import LiveProtocol
import Synchronization
import Testing

@testable import LiveEngine

@Suite("Engines that share their services")
struct SharedServicesTests {
    typealias RoomView = PresenceTests.RoomView

    let shared = SharedServices(
        routes: Routes {
            Route("/chat") { ChatView() }
            Route("/room") { RoomView() }
        })

    private func engine() -> Engine { Engine(shared: shared, clock: VirtualClock()) }

    @Test func `What a session of one says is heard by those of the others, which are woken`() {
        let (first, second) = (TestPage(on: engine(), "/chat"), TestPage(on: engine(), "/chat"))
        let wakes = Atomic(0)
        second.transport.onActivity = { wakes.add(1, ordering: .relaxed) }
        first.click("say", ["value": "hello"])
        #expect(wakes.load(ordering: .relaxed) == 1)
        #expect(second.html == "")
        second.receive()
        #expect([first.html, second.html] == ["hello", "hello"])
    }

    @Test func `Who is in a room is in it for all, under a number of its own`() {
        let (first, second) = (TestPage(on: engine(), "/room?name=ann"), TestPage(on: engine(), "/room?name=bob"))
        first.receive()
        #expect(first.html == "ann bob|+ann +bob")
        #expect(second.html == "ann bob|+bob")
        let numbers = shared.presences.members(of: RoomView.room.key).map(\.session)
        #expect(Set(numbers).count == 2)
    }

    @Test func `Flash that one gives is taken by another`() throws {
        var flash = Flash()
        flash.put("info", FlashValue("hello"))
        let token = shared.flashes.token(for: flash, at: engine().clock.date)
        let page = TestPage(on: engine(), "/chat")
        page.join("/chat", isRedirect: true, flash: token)
        #expect(page.inspection?.flash == ["info": "hello"])
    }

    @Test func `Many threads come and go, and nothing is left of them`() async {
        let (shared, threads, rounds) = (shared, 6, 40)
        let heard = await withTaskGroup(of: Int.self, returning: Int.self) { group in
            for thread in 0..<threads {
                group.addTask {
                    let engine = Engine(shared: shared, clock: VirtualClock())
                    var heard = 0
                    for round in 0..<rounds {
                        let chat = TestPage(on: engine, "/chat")
                        let room = TestPage(on: engine, "/room?name=\(thread).\(round)")
                        chat.click("say", ["value": "x"])
                        room.receive()
                        #expect(room.html.contains("\(thread).\(round)"))
                        #expect(chat.failures + room.failures == [])
                        // Its own word, and what others said meanwhile.
                        heard += chat.html.split(separator: " ").count
                    }
                    return heard
                }
            }
            return await group.reduce(0, +)
        }
        #expect(heard >= threads * rounds)
        #expect(shared.pubSub.isEmpty)
        #expect(shared.presences.isEmpty)
        #expect(shared.newSessionNumber() == 2 * threads * rounds)
    }
}
