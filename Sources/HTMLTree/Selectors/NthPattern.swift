/// The places `step * n + offset` for n = 0, 1, 2, ..., counted from 1, as in `:nth-child(2n+1)`.
struct NthPattern: Hashable, Sendable {
    let step: Int
    let offset: Int

    func contains(_ place: Int) -> Bool {
        let distance = place - offset
        if step == 0 { return distance == 0 }
        return distance % step == 0 && distance / step >= 0
    }
}
