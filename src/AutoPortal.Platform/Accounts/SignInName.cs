using System.Net.Mail;
using AutoPortal.Kernel.Security;

namespace AutoPortal.Platform.Accounts;

/// <summary>What a person signs in by: an e-mail address, or a mobile number as eleven digits.</summary>
/// <param name="Text">As it is kept.</param>
/// <param name="IsPhone">Whether it is a number.</param>
internal readonly record struct SignInName(string Text, bool IsPhone)
{
    private const int Longest = 256;

    /// <returns>Null where it is neither.</returns>
    public static SignInName? Read(string? written)
    {
        var text = written?.Trim() ?? "";
        return PhoneNumber.TryNormalise(text, out var phone) ? new(phone, true)
            : text.Length is > 0 and <= Longest && MailAddress.TryCreate(text, out var address) && address.Address == text ? new(text, false)
            : null;
    }

    /// <summary>Numbers as <c>138****1234</c>; addresses as they are.</summary>
    public static string Masked(string name) => PhoneNumber.TryNormalise(name, out var phone) ? $"{phone[..3]}****{phone[^4..]}" : name;
}
