using System.Diagnostics.CodeAnalysis;

namespace AutoPortal.Kernel.Outcomes;

/// <summary>Done, or refused with a reason.</summary>
public readonly record struct Outcome(Refusal? Refusal)
{
    /// <summary>It was done.</summary>
    public static readonly Outcome Ok;

    /// <summary>Whether it was done.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsOk => Refusal is null;

    /// <summary>A refusal is an outcome.</summary>
    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}

/// <summary>Done with a value, or refused with a reason.</summary>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal)
{
    /// <summary>Whether it was done, and <see cref="Value"/> stands.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsOk => Refusal is null;

    /// <summary>A value is an outcome.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refusal is an outcome.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
