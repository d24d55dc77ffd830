namespace AutoPortal.Activities.Domain;

/// <summary>What a person reads out at the door: eight signs without look-alikes, from the random end of the sign-up's id.</summary>
internal static class SignUpNumber
{
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Such as <c>7K3M-9QXT</c>.</summary>
    public static string Of(Guid signUpId)
    {
        Span<byte> id = stackalloc byte[16];
        signUpId.TryWriteBytes(id);
        var rest = BitConverter.ToUInt64(id[8..]) >> 24;
        Span<char> number = stackalloc char[9];
        for (var i = 8; i >= 0; i--)
        {
            if (i == 4)
            {
                number[i] = '-';
                continue;
            }

            number[i] = Signs[(int)(rest & 31)];
            rest >>= 5;
        }

        return new string(number);
    }
}
