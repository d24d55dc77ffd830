using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Leads.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepReplaysAndCalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "call_count",
                schema: "leads",
                table: "leads",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "cleaning_replays",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "jsonb", nullable: false),
                    created_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    import_run_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    rule_version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    ordered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cursor = table.Column<Guid>(type: "uuid", nullable: true),
                    total = table.Column<int>(type: "integer", nullable: true),
                    looked = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    skipped = table.Column<int>(type: "integer", nullable: false),
                    is_stop_asked = table.Column<bool>(type: "boolean", nullable: false),
                    faults = table.Column<int>(type: "integer", nullable: false),
                    results = table.Column<string>(type: "jsonb", nullable: false),
                    done = table.Column<string>(type: "jsonb", nullable: false),
                    samples = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cleaning_replays", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "verification_calls",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    was_answered = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verification_calls", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_cleaning_replays_at_work",
                schema: "leads",
                table: "cleaning_replays",
                column: "tenant_id",
                unique: true,
                filter: "state in ('checking', 'applying')");

            migrationBuilder.CreateIndex(
                name: "ix_verification_calls_tenant_id_lead_id",
                schema: "leads",
                table: "verification_calls",
                columns: new[] { "tenant_id", "lead_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cleaning_replays",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "verification_calls",
                schema: "leads");

            migrationBuilder.DropColumn(
                name: "call_count",
                schema: "leads",
                table: "leads");
        }
    }
}
