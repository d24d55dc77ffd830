namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>A truth as XML writes it.</summary>
internal static class XmlFlag
{
    public static bool IsOn(ReadOnlySpan<byte> value) => value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8) || value.SequenceEqual("on"u8);
}
