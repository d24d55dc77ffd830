using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Leads.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddServiceClocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "clock_at",
                schema: "leads",
                table: "leads",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "clock_breaches",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_breaches", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "service_levels",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    accept_minutes = table.Column<int>(type: "integer", nullable: false),
                    region_minutes = table.Column<int>(type: "integer", nullable: false),
                    accept_recall_days = table.Column<int>(type: "integer", nullable: false),
                    urgent_contact_minutes = table.Column<int>(type: "integer", nullable: false),
                    contact_minutes = table.Column<int>(type: "integer", nullable: false),
                    reassign_days = table.Column<int>(type: "integer", nullable: false),
                    contact_recall_days = table.Column<int>(type: "integer", nullable: false),
                    lost_decision_days = table.Column<int>(type: "integer", nullable: false),
                    misses_in_a_row = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_levels", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_service_levels_contact", "contact_minutes > 0 and urgent_contact_minutes > 0");
                });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_clock_at",
                schema: "leads",
                table: "leads",
                columns: new[] { "tenant_id", "clock_at" });

            migrationBuilder.CreateIndex(
                name: "ix_clock_breaches_tenant_id_dealer_id_at",
                schema: "leads",
                table: "clock_breaches",
                columns: new[] { "tenant_id", "dealer_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_clock_breaches_tenant_id_lead_id_step_since",
                schema: "leads",
                table: "clock_breaches",
                columns: new[] { "tenant_id", "lead_id", "step", "since" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_levels_tenant_id",
                schema: "leads",
                table: "service_levels",
                column: "tenant_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clock_breaches",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "service_levels",
                schema: "leads");

            migrationBuilder.DropIndex(
                name: "ix_leads_tenant_id_clock_at",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "clock_at",
                schema: "leads",
                table: "leads");
        }
    }
}
