/// The client side of one element with `phx-hook`, in Swift instead of JavaScript (CLIENT.md 14).
public protocol ClientHook: AnyObject {
}
