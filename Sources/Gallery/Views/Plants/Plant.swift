/// A plant of the inventory.
struct Plant: Codable, Sendable, Equatable {
    enum Light: String, Codable, CaseIterable, Sendable {
        case shade, half, sun
    }

    enum Field: String, CaseIterable, Sendable {
        case name, room, days
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

    /// What is wrong with a field; nil when nothing is.
    func problem(of field: Field, among others: [Plant]) -> String? {
        switch field {
        case .name:
            if name.isEmpty { return "A plant needs a name." }
            let isTaken = others.contains { $0.name.lowercased() == name.lowercased() }
            return isTaken ? "There is a \(name) already." : nil
        case .room: return room.isEmpty ? "Where does it stand?" : nil
        case .days:
            guard let number = Int(days), (1...60).contains(number) else { return "A number of days from 1 to 60." }
            return nil
        }
    }
}
