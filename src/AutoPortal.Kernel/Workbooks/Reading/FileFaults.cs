using System.Text;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>Turns what the platform throws at broken bytes into our own fault.</summary>
internal static class FileFaults
{
    public static async Task<T> GuardAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception fault) when (IsOfTheFile(fault))
        {
            throw Translate(fault);
        }
    }

    /// <summary>Whether broken bytes cause it. Disk and network failures stay what they are.</summary>
    public static bool IsOfTheFile(Exception fault)
        => fault is InvalidDataException or EndOfStreamException or NotSupportedException or DecoderFallbackException or ArgumentOutOfRangeException or OverflowException;

    public static TableFaultException Translate(Exception fault)
        => new(new TableFault(fault is DecoderFallbackException ? TableFaultKind.UnknownEncoding : TableFaultKind.Damaged), fault);
}
