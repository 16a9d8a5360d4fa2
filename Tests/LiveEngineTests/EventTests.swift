import LiveProtocol
import Testing

@testable import LiveEngine

@Suite struct EventTests {
    enum Size: String, Decodable, CaseIterable, Sendable { case small, large }
    struct User: Decodable, Equatable, Sendable {
        var name: String
        var age: Int?
        var tags: [String]
    }

    enum Event: Decodable, Equatable, Sendable {
        case inc
        case deleteItem(userId: Int)
        case save(age: Int, name: String, subscribe: Bool)
        case price(amount: Double, count: UInt8)
        case choose(size: Size, other: Size?)
        case list(ids: [Int])
        case user(user: User)
        case whole(User)
        case set(Int)
        case optional(age: Int?, rate: Double?, note: String?, flag: Bool?)
    }

    static func decode(_ name: String, _ payload: JSONValue) throws -> Event {
        try EventDecoding.decode(Event.self, name: name, payload: Payload(payload))
    }

    static func decode(_ name: String, form: String) throws -> Event {
        try EventDecoding.decode(Event.self, name: name, payload: Payload(form: form))
    }

    static func problem(_ body: () throws -> Event) -> String {
        do { return "decoded \(try body())" } catch { return "\(error)" }
    }

    @Test(
        arguments: [
            ("inc", [:], .inc),
            ("inc", ["value": ""], .inc),
            ("deleteItem", ["userId": 3], .deleteItem(userId: 3)),
            ("delete-item", ["user-id": "3"], .deleteItem(userId: 3)),
            ("delete_item", ["user_id": " 3 "], .deleteItem(userId: 3)),
            ("delete-item", ["userid": 3.0], .deleteItem(userId: 3)),
            ("save", ["age": "5", "name": "Ada", "subscribe": "on"], .save(age: 5, name: "Ada", subscribe: true)),
            ("save", ["age": 5, "name": 12, "subscribe": 0], .save(age: 5, name: "12", subscribe: false)),
            ("price", ["amount": "1.50", "count": "255"], .price(amount: 1.5, count: 255)),
            ("choose", ["size": "large"], .choose(size: .large, other: nil)),
            ("choose", ["size": "small", "other": ""], .choose(size: .small, other: nil)),
            ("list", ["ids": ["1", 2]], .list(ids: [1, 2])),
            ("list", ["ids": "1"], .list(ids: [1])),
            ("set", ["value": "5"], .set(5)),
            ("set", ["_0": "5"], .set(5)),
            ("optional", [:], .optional(age: nil, rate: nil, note: nil, flag: nil)),
            (
                "optional", ["age": "", "rate": " ", "note": "", "flag": ""],
                .optional(age: nil, rate: nil, note: "", flag: nil)
            ),
            (
                "optional", ["age": nil, "rate": 2, "note": "x", "flag": "no"],
                .optional(age: nil, rate: 2, note: "x", flag: false)
            ),
        ] as [(String, JSONValue, Event)])
    func `payloads of clicks read as their case`(_ name: String, _ payload: JSONValue, _ event: Event) throws {
        #expect(try Self.decode(name, payload) == event)
    }

    @Test(
        arguments: [
            ("save", "age=5&name=Ada+L&subscribe=on", .save(age: 5, name: "Ada L", subscribe: true)),
            ("save", "age=5&name=&subscribe=false&subscribe=true", .save(age: 5, name: "", subscribe: true)),
            ("save", "age=5&name=%C3%A4", .save(age: 5, name: "ä", subscribe: false)),
            (
                "user", "user%5Bname%5D=Ada&user[age]=&user[tags][]=a&user[tags][]=b",
                .user(user: User(name: "Ada", age: nil, tags: ["a", "b"]))
            ),
            ("user", "user[name]=Ada&user[_unused_age]=&user[age]=3", .user(user: User(name: "Ada", age: 3, tags: []))),
            ("whole", "name=Ada&age=36&tags[0]=x&tags[1]=y", .whole(User(name: "Ada", age: 36, tags: ["x", "y"]))),
            ("list", "", .list(ids: [])),
            ("list", "ids[10]=3&ids[9]=2", .list(ids: [2, 3])),
        ] as [(String, String, Event)])
    func `payloads of forms read as their case`(_ name: String, _ form: String, _ event: Event) throws {
        #expect(try Self.decode(name, form: form) == event)
    }

    @Test(
        arguments: [
            ("deleteItem", [:], #""userId" is missing; it must be an integer"#),
            ("deleteItem", ["userId": "abc"], #""userId" must be an integer, got "abc""#),
            ("deleteItem", ["userId": ""], #""userId" must be an integer, got """#),
            ("deleteItem", ["userId": 5.5], #""userId" must be an integer, got 5.5"#),
            ("deleteItem", ["userId": [1]], #""userId" must be an integer, got [1]"#),
            (
                "price", ["amount": "nan", "count": 256],
                #""amount" must be a number, got "nan"; "count" must be an integer from 0 to 255, got 256"#
            ),
            (
                "save", ["age": "x", "subscribe": "maybe"],
                #""age" must be an integer, got "x"; "name" is missing; it must be text; "#
                    + #""subscribe" must be true or false, got "maybe""#
            ),
            ("choose", ["size": "huge"], #""size" must be one of "small", "large", got "huge""#),
            (
                "choose", ["size": "huge", "other": "tiny"],
                #""size" must be one of "small", "large", got "huge"; "other" must be one of "small", "large", got "tiny""#
            ),
            (
                "list", ["ids": [1, "x", "y"]],
                #""ids[1]" must be an integer, got "x"; "ids[2]" must be an integer, got "y""#
            ),
            ("user", ["user": "x"], #""user" must be a group of values, got "x""#),
            (
                "user", ["user": ["name": [], "age": "old", "tags": []]],
                #""user[name]" must be text, got []; "user[age]" must be an integer, got "old""#
            ),
            ("whole", "x", "the payload must be a group of values, got \"x\""),
            (
                "nope", [:],
                #"the view has no such event; it has "inc", "deleteItem", "save", "price", "choose", "list", "user", "#
                    + #""whole", "set", "optional""#
            ),
        ] as [(String, JSONValue, String)])
    func `problems name value, wanted and found, all at once`(_ name: String, _ payload: JSONValue, _ words: String) {
        #expect(Self.problem { try Self.decode(name, payload) } == words)
    }

    enum Only: Decodable, Equatable { case go }
    enum Plain: String, Decodable, CaseIterable { case volumeUp, volumeDown }

    @Test func `enumerations of one case and of names work as well`() throws {
        #expect(try EventDecoding.decode(Only.self, name: "go", payload: Payload([:])) == .go)
        #expect(throws: UnknownEvent(name: "no", known: ["go"])) {
            try EventDecoding.decode(Only.self, name: "no", payload: Payload([:]))
        }
        #expect(try EventDecoding.decode(Plain.self, name: "volume-up", payload: Payload([:])) == .volumeUp)
        #expect(throws: UnknownEvent(name: "no", known: ["volumeUp", "volumeDown"])) {
            try EventDecoding.decode(Plain.self, name: "no", payload: Payload([:]))
        }
        #expect(throws: (any Error).self) {
            try EventDecoding.decode(NoEvent.self, name: "no", payload: Payload([:]))
        }
    }

    @Test func `meta lies over the fields of a form, and the target becomes a path`() {
        let payload = Payload(
            form: "user%5Bname%5D=Al&user%5B_unused_mail%5D=&user%5Bmail%5D=&k=1",
            meta: ["_target": "user[name]", "k": "2"])
        #expect(payload.target == ["user", "name"])
        #expect(payload.string("k") == "2")
        #expect(payload.isUsed("user", "name"))
        #expect(!payload.isUsed("user", "mail"))
        #expect(!payload.isUsed("user", "none"))
    }

    @Test(arguments: [
        ("user[name]", ["user", "name"]), ("tags[]", ["tags"]), ("a[b][][c]", ["a", "b", "c"]),
        ("undefined", ["undefined"]), ("a[b", ["a[b"]), ("[a]", ["[a]"]),
    ])
    func `a field's name splits to a path`(_ name: String, _ path: [String]) {
        #expect(FormFields.path(of: name) == path)
    }

    @Test(
        arguments: [
            ("a=1&a=2", ["a": "2"]),
            ("a[]=1&a[]=2", ["a": ["1", "2"]]),
            ("a[x]=1&a[y][z]=2", ["a": ["x": "1", "y": ["z": "2"]]]),
            ("a[][x]=1&a[][y]=2&a[][x]=3", ["a": [["x": "1", "y": "2"], ["x": "3"]]]),
            ("a=1&a[x]=2", ["a": ["x": "2"]]),
            ("a&b=&=c&&d=%41%zz+%", ["a": "", "b": "", "d": "A%zz %"]),
        ] as [(String, JSONValue)])
    func `forms decode to nested values`(_ form: String, _ value: JSONValue) {
        #expect(JSONValue.object(FormFields.decode(form)) == value)
    }

    @Test func `a field nested too deeply is one plain key`() {
        let name = "a" + String(repeating: "[b]", count: 100_000)
        #expect(FormFields.decode(name + "=1")[name] == "1")
    }
}
