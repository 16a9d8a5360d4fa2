/// The contents that a component takes: a structure of slots, each with the default `.none`.
public protocol ComponentSlots {}

/// The contents of a component that takes none.
public struct NoSlots: ComponentSlots {
    public init() {}
}
