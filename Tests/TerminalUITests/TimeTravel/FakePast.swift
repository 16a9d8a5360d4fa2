import Basics
import LiveProtocol
import OrderedCollections

/// What the views of a page hold, as a test says.
final class FakePast: KeptPage {
    struct Part {
        var id: Int
        var type = "View"
        var component: Int?
        var context: JSONValue = [:]
        var flash: OrderedDictionary<String, JSONValue> = [:]
    }

    private let parts: [Part]
    let url: String? = "/"
    let bytes: Int

    init(_ parts: [Part], bytes: Int = 0) {
        self.parts = parts
        self.bytes = bytes
    }

    var views: [InspectedPart] {
        parts.map { part in
            InspectedPart(
                id: Self.id(of: part), role: part.component == nil ? .main : .component, type: part.type,
                name: "part-\(part.id)", topic: "lv:\(part.id)")
        }
    }

    func inspect(_ part: InspectedPart.ID) -> Inspection? {
        parts.first { Self.id(of: $0) == part }.map { Inspection(view: $0.type, context: $0.context, flash: $0.flash) }
    }

    func isUntouched(_ part: InspectedPart.ID, since other: any KeptPage) -> Bool { false }

    var footprint: HeapFootprint {
        var footprint = HeapFootprint()
        footprint.add(UInt(bitPattern: ObjectIdentifier(self).hashValue), bytes)
        return footprint
    }

    private static func id(of part: Part) -> InspectedPart.ID {
        InspectedPart.ID(session: part.id, component: part.component)
    }
}
