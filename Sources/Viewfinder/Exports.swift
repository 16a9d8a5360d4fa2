@_exported import LiveEngine

@_exported import struct LiveProtocol.ViewContainer
