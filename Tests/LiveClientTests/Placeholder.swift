import Testing

@testable import LiveClient
