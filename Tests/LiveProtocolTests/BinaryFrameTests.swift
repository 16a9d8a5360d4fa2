import LiveProtocol
import Testing

@Suite("Binary frames")
struct BinaryFrameTests {
    static let fromClients: [(BinaryFrame, [UInt8])] = [
        (
            .clientPush(joinReference: "4", reference: "12", topic: "lvu:0", event: "chunk", [0xFF]),
            [0, 1, 2, 5, 5, 0x34, 0x31, 0x32, 0x6C, 0x76, 0x75, 0x3A, 0x30, 0x63, 0x68, 0x75, 0x6E, 0x6B, 0xFF]
        ),
        (
            .clientPush(joinReference: "", reference: "7", topic: "ä", event: "e", []),
            [0, 0, 1, 2, 1, 0x37, 0xC3, 0xA4, 0x65]
        ),
    ]

    static let fromServers: [(BinaryFrame, [UInt8])] = [
        (.serverPush(joinReference: "4", topic: "t", event: "e", [1, 2]), [0, 1, 1, 1, 0x34, 0x74, 0x65, 1, 2]),
        (
            .reply(joinReference: "4", reference: "5", topic: "t", status: "ok", [9]),
            [1, 1, 1, 1, 2, 0x34, 0x35, 0x74, 0x6F, 0x6B, 9]
        ),
        (.broadcast(topic: "t", event: "e", []), [2, 1, 1, 0x74, 0x65]),
    ]

    @Test("156. binary frame: kind, lengths, texts, bytes", arguments: fromClients)
    func client(frame: BinaryFrame, bytes: [UInt8]) throws {
        #expect(try frame.encoded() == bytes)
        #expect(try BinaryFrame(fromClient: bytes) == frame)
    }

    @Test("the forms of servers are written and read back", arguments: fromServers)
    func server(frame: BinaryFrame, bytes: [UInt8]) throws {
        #expect(try frame.encoded() == bytes)
        #expect(try BinaryFrame(fromServer: bytes) == frame)
    }

    @Test("a frame that ends anywhere within its head is cut short", arguments: fromClients + fromServers)
    func cutShort(frame: BinaryFrame, bytes: [UInt8]) throws {
        let head = bytes.count - frame.payloadCount
        for count in 0..<head {
            #expect(throws: BinaryFrameError.cutShort) {
                if case .clientPush = frame {
                    try BinaryFrame(fromClient: Array(bytes[..<count]))
                } else {
                    try BinaryFrame(fromServer: Array(bytes[..<count]))
                }
            }
        }
    }

    @Test("kinds, events and references that nobody knows are told")
    func unknown() throws {
        #expect(throws: BinaryFrameError.unknownKind(1)) { try BinaryFrame(fromClient: [1, 0, 0, 0, 0]) }
        #expect(throws: BinaryFrameError.unknownKind(3)) { try BinaryFrame(fromServer: [3, 0, 0]) }
        let shout = BinaryFrame.clientPush(joinReference: "", reference: "1", topic: "t", event: "shout", [])
        #expect(throws: BinaryFrameError.unknownEvent("shout")) {
            try ClientFrame(parsing: .binary(try shout.encoded()))
        }
        let nameless = BinaryFrame.clientPush(joinReference: "", reference: "x", topic: "t", event: "chunk", [])
        #expect(throws: BinaryFrameError.invalidReference("x")) {
            try ClientFrame(parsing: .binary(try nameless.encoded()))
        }
    }

    @Test("a text has at most 255 bytes")
    func tooLong() throws {
        let longest = String(repeating: "t", count: 255)
        #expect(try BinaryFrame.broadcast(topic: longest, event: "e", []).encoded().count == 259)
        #expect(throws: BinaryFrameError.textTooLong(longest + "t")) {
            try BinaryFrame.broadcast(topic: longest + "t", event: "e", []).encoded()
        }
    }

    @Test("chunks travel as bytes, all else as text")
    func wire() throws {
        let chunk = ClientFrame(joinReference: 4, reference: 12, topic: "lvu:0", message: .uploadChunk([0xFF]))
        #expect(try chunk.wire() == .binary(Self.fromClients[0].1))
        #expect(try ClientFrame(parsing: chunk.wire()) == chunk)
        let leave = ClientFrame(joinReference: 4, reference: 13, topic: "lvu:0", message: .leave)
        #expect(try leave.wire() == .text(leave.json))
        #expect(try ClientFrame(parsing: leave.wire()) == leave)
    }
}

extension BinaryFrame {
    fileprivate var payloadCount: Int {
        switch self {
        case .clientPush(_, _, _, _, let bytes), .serverPush(_, _, _, let bytes), .reply(_, _, _, _, let bytes),
            .broadcast(_, _, let bytes):
            bytes.count
        }
    }
}
