import Basics
import LiveProtocol

/// What one session holds at one moment, as values.
final class KeptSession {
    /// Where it stands; what is there does not change.
    let place: SessionPlace
    /// The number of the session in whose page it is placed.
    let parent: Int?
    /// The name of the view's type.
    let view: String
    let context: any LiveContext
    let flash: Flash
    /// By number.
    let components: [KeptComponent]
    private let title: String?
    let url: String
    private let assigns: Assigns
    private let randomState: UInt64?
    private let failures: [String]

    init(_ session: LiveSession) {
        place = session.place
        parent = place.parent?.place.address.number
        view = session.viewName
        context = session.shownContext
        flash = session.state.flash
        components = session.components?.keepStates() ?? []
        title = session.state.title
        url = session.state.url
        assigns = session.state.assigns
        randomState = session.state.randomState
        failures = session.failures
    }

    var number: Int { place.address.number }

    var inspection: Inspection {
        Inspection(of: view, context, flash, failures: failures, limit: Inspection.mostValues)
    }

    /// Makes what of a socket is no context what it was. What the session has under way, such as timers and uploads, goes
    /// on.
    func restore(_ state: inout SocketState) {
        state.flash = flash
        state.title = title
        state.url = url
        state.assigns = assigns
        state.randomState = randomState
    }

    /// About how much memory its values take.
    private(set) lazy var footprint: HeapFootprint = {
        var footprint = HeapFootprint(of: context)
        for component in components { footprint.add(component.footprint) }
        if !flash.isEmpty { footprint.add(HeapFootprint(of: flash)) }
        footprint.add(UInt(bitPattern: ObjectIdentifier(self).hashValue), 512 + 8 * components.count)
        return footprint
    }()
}

/// What one component holds at one moment, as values.
final class KeptComponent {
    let cid: Int
    let key: ComponentKey
    /// The component that placed it; 0 is the view.
    let placer: Int
    let state: any KeptComponentState
    let flash: Flash
    let randomState: UInt64?

    init(
        cid: Int, key: ComponentKey, placer: Int, state: any KeptComponentState, flash: Flash, randomState: UInt64?
    ) {
        self.cid = cid
        self.key = key
        self.placer = placer
        self.state = state
        self.flash = flash
        self.randomState = randomState
    }

    var inspection: Inspection { Inspection(of: key.typeName, state.shownContext, flash, limit: Inspection.mostValues) }

    /// About how much memory its values take.
    private(set) lazy var footprint: HeapFootprint = {
        var footprint = HeapFootprint(of: state.shownContext)
        if !flash.isEmpty { footprint.add(HeapFootprint(of: flash)) }
        footprint.add(UInt(bitPattern: ObjectIdentifier(self).hashValue), 256)
        return footprint
    }()
}

/// Inputs, contents and context of a component, of whatever type it is.
protocol KeptComponentState {
    var shownContext: any LiveContext { get }
}

extension Inspection {
    /// - Parameters:
    ///   - type: The name of the type that holds it.
    ///   - limit: How many values of the context are told; nil for all.
    init(
        of type: String, _ context: any LiveContext, _ flash: Flash, failures: [String] = [], limit: Int? = nil
    ) {
        func shown<Value>(_ encode: () throws -> Value, or other: (JSONValue) -> Value) -> Value {
            do { return try encode() } catch { return other(.string("cannot be shown: \(error)")) }
        }
        let messages = flash.map { message in (message.key, shown(message.value.json) { $0 }) }
        let (json, isWhole) = shown {
            guard let limit else { return (try JSONValue(encoding: context), true) }
            return try JSONValue.beginning(of: context, limit: limit)
        } or: {
            ($0, true)
        }
        self.init(
            view: type, context: json, flash: .init(uniqueKeysWithValues: messages), failures: failures,
            isWhole: isWhole)
    }
}
