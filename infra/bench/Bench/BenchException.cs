namespace AutoPortal.Bench;

/// <summary>A measurement cannot be taken; the message says what to do.</summary>
internal sealed class BenchException(string message) : Exception(message);
