import LiveProtocol
import Testing

@testable import LiveRemote

struct OpenRequestsTests {
    private static let join = ClientMessage.join(JoinRequest(address: .nested, session: "S"))
    private static let destroyed = ClientMessage.componentsDestroyed([1])
    private var requests = OpenRequests()

    private mutating func note(_ message: ClientMessage, _ topic: String, join: Int?, _ reference: Int) {
        requests.note(ClientFrame(joinReference: join, reference: reference, topic: topic, message: message))
    }

    @Test mutating func `An answer is for the request of its topic and reference, once`() {
        note(Self.join, "lv:a", join: 1, 1)
        note(Self.destroyed, "lv:b", join: 2, 1)
        #expect(requests.take("lv:a", 2) == nil)
        #expect(requests.take("lv:c", 1) == nil)
        #expect(requests.take("lv:b", 1) == Self.destroyed)
        #expect(requests.take("lv:a", 1) == Self.join)
        #expect(requests.take("lv:a", 1) == nil)
    }

    @Test mutating func `Bytes of files are not kept`() {
        note(.uploadChunk(Array(repeating: 0, count: 100)), "lvu:1", join: 1, 2)
        #expect(requests.take("lvu:1", 2) == nil)
    }

    @Test mutating func `A channel that closes forgets its own requests, and not those of the next one`() {
        note(Self.destroyed, "lv:a", join: 1, 2)
        note(Self.join, "lv:a", join: 3, 3)
        note(Self.destroyed, "lv:b", join: 1, 4)
        requests.forget("lv:a", joinReference: 1)
        #expect(requests.take("lv:a", 2) == nil)
        #expect(requests.take("lv:a", 3) == Self.join)
        #expect(requests.take("lv:b", 4) == Self.destroyed)
    }

    @Test mutating func `A channel that closes without telling which it was leaves the join that waits`() {
        note(Self.destroyed, "lv:a", join: 1, 2)
        note(Self.join, "lv:a", join: 3, 3)
        requests.forget("lv:a", joinReference: nil)
        #expect(requests.take("lv:a", 2) == nil)
        #expect(requests.take("lv:a", 3) == Self.join)
    }
}
