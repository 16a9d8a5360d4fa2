import LiveProtocol
import Markup

/// A component at its place in a rendered tree.
public class ComponentPlacement {
    let key: ComponentKey
    /// The number by which the client knows the component; none before the placement was sent.
    final var cid: Int?

    init(key: ComponentKey) { self.key = key }

    func makeInstance(cid: Int, depth: Int) -> ComponentInstance { ComponentInstance(cid: cid, key: key, depth: depth) }

    /// Whether a component that it was placed as must take its inputs, or its contents, anew.
    func differs(from instance: ComponentInstance) -> Bool { false }
}

/// A component of a certain type at its place.
final class TypedPlacement<Component: LiveComponent>: ComponentPlacement {
    let inputs: Component
    let slots: Component.Slots

    init(_ inputs: Component, key: ComponentKey, slots: Component.Slots) {
        self.inputs = inputs
        self.slots = slots
        super.init(key: key)
    }

    override func makeInstance(cid: Int, depth: Int) -> ComponentInstance {
        TypedInstance<Component>(cid: cid, key: key, depth: depth)
    }

    override func differs(from instance: ComponentInstance) -> Bool {
        // Contents are code, of which nobody can tell whether it gives something else now.
        guard Component.Slots.self == NoSlots.self, let instance = instance as? TypedInstance<Component> else {
            return true
        }
        return instance.inputs != inputs
    }
}

/// Places a component in a rendered literal: `\(component(Stepper(step: 5), id: "a"))`.
///
/// - Parameters:
///   - component: The component's inputs.
///   - id: Tells components of the same type apart; each occurs once on a page.
public func component<Component: LiveComponent>(
    _ component: Component, id: some TextConvertible
) -> ComponentPlacement where Component.Slots == NoSlots {
    TypedPlacement(component, key: ComponentKey(Component.self, id), slots: NoSlots())
}

/// Places a component that takes contents: `\(component(Card(), id: "a", slots: .init(title: "<b>Hi</b>")))`.
///
/// - Parameters:
///   - component: The component's inputs.
///   - id: Tells components of the same type apart; each occurs once on a page.
///   - slots: The contents; they are rendered in the component, with what is known here.
public func component<Component: LiveComponent>(
    _ component: Component, id: some TextConvertible, slots: Component.Slots
) -> ComponentPlacement {
    TypedPlacement(component, key: ComponentKey(Component.self, id), slots: slots)
}
