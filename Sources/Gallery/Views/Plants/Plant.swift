import Viewfinder

/// A plant of the inventory, as a person fills it in.
struct Plant: FormModel, Equatable {
    enum Light: String, Codable, CaseIterable, Sendable {
        case shade, half, sun
    }

    var name = ""
    var room = ""
    var light = Light.half
    /// Days from one watering to the next, as typed.
    var days = "7"

    static let first = [
        Plant(name: "Monstera", room: "Hall", light: .half, days: "7"),
        Plant(name: "Old cactus", room: "Kitchen", light: .sun, days: "30"),
        Plant(name: "Maidenhair fern", room: "Bath", light: .shade, days: "2"),
    ]

    static let rules: [FormRule<Self>] = [
        .required("name", "A plant needs a name."),
        .required("room", "Where does it stand?"),
        .required("days", "A number of days from 1 to 60."),
        .text("days", "A number of days from 1 to 60.") { Int($0).map((1...60).contains) ?? false },
    ]
}
