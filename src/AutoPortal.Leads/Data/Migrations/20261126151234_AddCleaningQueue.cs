using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Leads.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddCleaningQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "mended",
                schema: "leads",
                table: "leads",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "queue",
                schema: "leads",
                table: "leads",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cleaning_aliases",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    word = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cleaning_aliases", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "cleaning_rule_sets",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    dispatch_threshold = table.Column<int>(type: "integer", nullable: false),
                    protection_days = table.Column<int>(type: "integer", nullable: false),
                    misses_until_unreachable = table.Column<int>(type: "integer", nullable: false),
                    marks_virtual_segments = table.Column<bool>(type: "boolean", nullable: false),
                    names_of_reused_contact = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cleaning_rule_sets", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "unknown_words",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    word = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unknown_words", x => new { x.tenant_id, x.field, x.word, x.lead_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_queue_id",
                schema: "leads",
                table: "leads",
                columns: new[] { "tenant_id", "queue", "id" },
                filter: "queue is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cleaning_aliases_tenant_id_field_word",
                schema: "leads",
                table: "cleaning_aliases",
                columns: new[] { "tenant_id", "field", "word" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cleaning_rule_sets_tenant_id_version",
                schema: "leads",
                table: "cleaning_rule_sets",
                columns: new[] { "tenant_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unknown_words_tenant_id_lead_id",
                schema: "leads",
                table: "unknown_words",
                columns: new[] { "tenant_id", "lead_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cleaning_aliases",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "cleaning_rule_sets",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "unknown_words",
                schema: "leads");

            migrationBuilder.DropIndex(
                name: "ix_leads_tenant_id_queue_id",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "mended",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "queue",
                schema: "leads",
                table: "leads");
        }
    }
}
